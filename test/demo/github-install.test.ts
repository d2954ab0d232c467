import { expect, test } from 'vitest'
import { demoAccounts } from '../../src-demo'
import { consentForms } from './consent'
import {
  callAsApp,
  callGitHub,
  exchangeCode,
  installApp,
  installationIdOf,
  installButton,
  installUrl,
  userToken,
} from './github-client'
import { githubRedirectUri, secondGitHubRedirectUri, temporaryGitHub } from './temporary-github'

const asTeammate = { login_hint: demoAccounts.teammate.subject }

test('the first button installs on the account of the actor who asks, or of the owner when nobody is named', async () => {
  const { platform } = await temporaryGitHub()
  const [named] = await consentForms(installUrl(platform, asTeammate))
  const [unnamed] = await consentForms(installUrl(platform))
  expect(named?.button).toBe('Install on noor-haddad: all repositories')
  expect(unnamed?.button).toBe('Install on ada-lindqvist: all repositories')
})

test('installing goes back with a code, the installation, what was done, and the state', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = new URL(await installApp(platform, '', { state: 'a state/with "marks" & more' }))
  expect(`${redirect.origin}${redirect.pathname}`).toBe(githubRedirectUri)
  expect(Object.fromEntries(redirect.searchParams)).toEqual({
    code: expect.stringMatching(/^\w{20}$/),
    installation_id: expect.stringMatching(/^\d+$/),
    setup_action: 'install',
    state: 'a state/with "marks" & more',
  })
})

test('an account that has the App already keeps its installation, and its choice of repositories is updated', async () => {
  const { platform } = await temporaryGitHub()
  const first = installationIdOf(await installApp(platform))
  const again = await installApp(platform, installButton.someRepositories)
  expect(new URL(again).searchParams.get('setup_action')).toBe('update')
  expect(installationIdOf(again)).toBe(first)
  const { body } = await callAsApp(platform, `app/installations/${first}`)
  expect(body).toMatchObject({ repository_selection: 'selected' })
})

test('the organization can be picked by its owner; a plain member can only ask for it', async () => {
  const { platform } = await temporaryGitHub()
  const installed = installationIdOf(await installApp(platform, installButton.organization))
  const { body } = await callAsApp(platform, `app/installations/${installed}`)
  expect(body).toMatchObject({ account: { login: 'larkspur-devices', type: 'Organization' }, repository_selection: 'all' })

  const asked = new URL(await installApp(platform, installButton.request, asTeammate))
  expect(Object.fromEntries(asked.searchParams)).toEqual({ setup_action: 'request', state: 'state-1' })
})

test('a member’s form cannot install on the organization, whatever it says', async () => {
  const { platform } = await temporaryGitHub()
  const [form] = await consentForms(installUrl(platform, asTeammate))
  const body = new URLSearchParams({ ...form?.fields, account: 'larkspur-devices' })
  const page = new URL(form?.action ?? '', platform.url)
  const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  expect(answer.headers.get('location')).toContain('setup_action=request')
  expect((await callAsApp(platform, 'app/installations')).body).toEqual([])
})

test('cancelling installs nothing and gives no code', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = new URL(await installApp(platform, installButton.cancel))
  expect(Object.fromEntries(redirect.searchParams)).toEqual({ error: 'access_denied', state: 'state-1' })
  expect((await callAsApp(platform, 'app/installations')).body).toEqual([])
})

test('any registered redirect address can be asked for; one that differs at all is refused, on the page and in its form', async () => {
  const { platform } = await temporaryGitHub()
  expect(await installApp(platform, '', { redirect_uri: secondGitHubRedirectUri })).toContain(secondGitHubRedirectUri)
  const [form] = await consentForms(installUrl(platform))
  for (const redirect_uri of [
    `${githubRedirectUri}/`,
    githubRedirectUri.replace('59999', '59997'),
    'https://elsewhere.example/',
  ]) {
    expect((await fetch(installUrl(platform, { redirect_uri }))).status).toBe(400)
    const body = new URLSearchParams({ ...form?.fields, redirect_uri })
    const posted = await fetch(new URL(form?.action ?? '', platform.url), { method: 'POST', body, redirect: 'manual' })
    expect(posted.status).toBe(400)
  }
})

test('an App or a person that is not there is refused', async () => {
  const { platform } = await temporaryGitHub()
  expect((await fetch(installUrl(platform, {}, { slug: 'no-such-app' }))).status).toBe(400)
  const [form] = await consentForms(installUrl(platform))
  const changes: Record<string, string>[] = [{ login_hint: 'user_unknown' }, { account: 'noor-haddad' }]
  for (const change of changes) {
    const body = new URLSearchParams({ ...form?.fields, ...change })
    const posted = await fetch(new URL(form?.action ?? '', platform.url), { method: 'POST', body, redirect: 'manual' })
    expect(posted.status).toBe(400)
  }
})

test('a code is exchanged once, by its own App alone, with the address it was given to', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  expect(await exchangeCode(platform, redirect, { client_secret: 'wrong' })).toMatchObject({
    error: 'incorrect_client_credentials',
  })
  const answers = await Promise.all([exchangeCode(platform, redirect), exchangeCode(platform, redirect)])
  expect(answers.filter(({ access_token: token }) => token?.startsWith('ghu_'))).toHaveLength(1)
  expect(answers.filter(({ error }) => error === 'bad_verification_code')).toHaveLength(1)
  const other = await installApp(platform)
  expect(await exchangeCode(platform, other, { redirect_uri: secondGitHubRedirectUri })).toMatchObject({
    error: 'redirect_uri_mismatch',
  })
})

test('a user sees the installations of their own account and of their organization, and of nobody else', async () => {
  const { platform } = await temporaryGitHub()
  const own = await installApp(platform)
  const ofOrganization = await installApp(platform, installButton.organization)
  const teammate = await installApp(platform, '', asTeammate)
  const seen = async (redirect: string) => {
    const token = await userToken(platform, redirect)
    const { body } = await callGitHub(platform, 'user/installations', { token })
    return (body as { installations: { id: number }[] }).installations.map(({ id }) => String(id))
  }
  expect(await seen(own)).toEqual([own, ofOrganization].map(installationIdOf))
  expect(await seen(teammate)).toEqual([teammate, ofOrganization].map(installationIdOf))
})

test('a user’s installations come in pages that link to each other', async () => {
  const { platform } = await temporaryGitHub()
  const token = await userToken(platform, await installApp(platform))
  await installApp(platform, installButton.organization)
  const first = await callGitHub(platform, 'user/installations?per_page=1', { token })
  expect(first.body).toMatchObject({ total_count: 2, installations: [{ account: { login: 'ada-lindqvist' } }] })
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1]
  const second = await callGitHub(platform, next ?? '', { token })
  expect(second.body).toMatchObject({ total_count: 2, installations: [{ account: { login: 'larkspur-devices' } }] })
})

test('accounts and repositories have the same ids everywhere', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const token = await userToken(platform, redirect)
  const { body: user } = await callGitHub(platform, 'user', { token })
  const { body: installation } = await callAsApp(platform, `app/installations/${installationIdOf(redirect)}`)
  expect(user).toMatchObject({ login: 'ada-lindqvist', name: 'Ada Lindqvist', type: 'User' })
  const { id } = user as { id: number }
  expect(installation).toMatchObject({ account: { id }, target_id: id })
})

test('what a request brings is shown as text, and the page runs no script and is kept nowhere', async () => {
  const { platform } = await temporaryGitHub()
  const page = await fetch(installUrl(platform, { state: '"><script>alert(1)</script>' }))
  expect(await page.text()).not.toContain('<script')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-store')
})
