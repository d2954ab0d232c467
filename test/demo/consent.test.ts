import { expect, test } from 'vitest'
import { demoAccounts } from '../../src-demo'
import { endpointOf } from '../../src-demo/platform'
import { approve, consentButton, consentForms } from './consent'
import { authorizeUrl, exchange } from './slack-client'
import { redirectUri, temporaryDemo } from './temporary-demo'

test('the first button approves as the actor who asks, or as the owner when nobody is named', async () => {
  const { platform } = await temporaryDemo()
  const asTeammate = await consentForms(authorizeUrl(platform, { login_hint: demoAccounts.teammate.subject }))
  const asNobody = await consentForms(authorizeUrl(platform))
  expect(asTeammate[0]).toMatchObject({ fields: { account: demoAccounts.teammate.subject } })
  expect(asNobody[0]).toMatchObject({ fields: { account: demoAccounts.owner.subject } })
})

test('approving goes back to the app with a code and its state', async () => {
  const { platform } = await temporaryDemo()
  const redirect = new URL(await approve(authorizeUrl(platform, { state: 'a state/with "marks" & more' })))
  expect(`${redirect.origin}${redirect.pathname}`).toBe(redirectUri)
  expect(redirect.searchParams.get('state')).toBe('a state/with "marks" & more')
  expect(redirect.searchParams.get('code')).toMatch(/^\w{20,}$/)
})

test('both accounts and the second workspace can be picked, each by a button of its own', async () => {
  const { platform } = await temporaryDemo()
  const buttons = (await consentForms(authorizeUrl(platform))).map(({ button }) => button)
  expect(buttons).toEqual([
    'Allow in Larkspur Devices as Ada Lindqvist',
    'Allow in Larkspur Devices as Noor Haddad',
    'Allow in Foxglove Labs as Ada Lindqvist',
    'Cancel',
  ])
  const first = await exchange(platform, await approve(authorizeUrl(platform)))
  const second = await exchange(platform, await approve(authorizeUrl(platform), consentButton.secondWorkspace))
  expect(first).toMatchObject({ ok: true, team: { name: 'Larkspur Devices' } })
  expect(second).toMatchObject({ ok: true, team: { name: 'Foxglove Labs' }, app_id: first.app_id })
  expect(second.team?.id).not.toBe(first.team?.id)
})

test('cancelling goes back to the app with access_denied, its state and no code', async () => {
  const { platform } = await temporaryDemo()
  const redirect = new URL(await approve(authorizeUrl(platform), consentButton.cancel))
  expect(Object.fromEntries(redirect.searchParams)).toEqual({ error: 'access_denied', state: 'state-1' })
})

test.for([
  ['another client id', { client_id: '1.2' }],
  ['no client id', { client_id: '' }],
  ['another port', { redirect_uri: redirectUri.replace('59999', '59997') }],
  ['another path', { redirect_uri: `${redirectUri}/more` }],
  ['a query added', { redirect_uri: `${redirectUri}?next=https://elsewhere.example` }],
  ['a slash added', { redirect_uri: `${redirectUri}/` }],
  ['no redirect address', { redirect_uri: '' }],
] as const)('a request with %s is refused, on the page and when its form is posted anyway', async ([, changes]) => {
  const { platform } = await temporaryDemo()
  expect((await fetch(authorizeUrl(platform, changes), { redirect: 'manual' })).status).toBe(400)

  const [form] = await consentForms(authorizeUrl(platform))
  const body = new URLSearchParams({ ...form?.fields, ...changes })
  const posted = await fetch(endpointOf(platform, 'slackApi', 'authorizeUrl'), { method: 'POST', body, redirect: 'manual' })
  expect(posted.status).toBe(400)
  expect(posted.headers.get('location')).toBeNull()
})

test('a form for an account or workspace that is not there gives no code', async () => {
  const { platform } = await temporaryDemo()
  const [form] = await consentForms(authorizeUrl(platform))
  const changes: Record<string, string>[] = [{ account: 'user_unknown' }, { workspace: 'T999999999' }]
  for (const change of changes) {
    const body = new URLSearchParams({ ...form?.fields, ...change })
    const posted = await fetch(endpointOf(platform, 'slackApi', 'authorizeUrl'), { method: 'POST', body, redirect: 'manual' })
    expect(posted.status).toBe(400)
  }
})

test('what a request brings is shown as text, and the page runs no script and is kept nowhere', async () => {
  const { platform } = await temporaryDemo()
  const hostile = '"><script>alert(1)</script>'
  const page = await fetch(authorizeUrl(platform, { state: hostile, scope: hostile }))
  expect(await page.text()).not.toContain('<script')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
})
