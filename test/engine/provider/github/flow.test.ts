import { expect, test } from 'vitest'
import { demoAccounts } from '../../../../src-demo'
import { newProof } from '../../../../src-main/engine/oauth/proof'
import type { AuthorizationRequest, Held, Provider, ProviderApp } from '../../../../src-main/engine/provider/provider'
import { createProviders } from '../../../../src-main/engine/provider/registry'
import { approve } from '../../../demo/consent'
import { callAsApp, installButton } from '../../../demo/github-client'
import { githubRedirectUri, type TemporaryGitHub, temporaryGitHub } from '../../../demo/temporary-github'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { flowOf } from '../flow-of'
import { heldGrant } from '../held-grant'
import { privateKey } from './github-at'

function providerAt({ platform }: TemporaryGitHub): Provider {
  const provider = createProviders(fetch, platform.endpoints).get('githubApi')
  if (provider === undefined) throw new Error('there is no GitHub')
  return provider
}

function appAt({ platform }: TemporaryGitHub): ProviderApp {
  const { clientId = '', clientSecret, ...fields } = platform.firstApps.githubApi ?? {}
  return { clientId, clientSecret, fields }
}

const requestWith = (app: ProviderApp): AuthorizationRequest => ({
  app,
  redirectUri: githubRedirectUri,
  ...newProof(),
  loginHint: demoAccounts.owner.subject,
  fields: {},
})

/** Installs to the end: by the first button, or the one that contains `button`. */
async function install(github: TemporaryGitHub, button?: string): Promise<Held> {
  const [flow, app] = [flowOf(providerAt(github)), appAt(github)]
  const request = requestWith(app)
  const redirect = await approve(await flow.url(request), button)
  return heldGrant(await flow.redeem(request, new URL(redirect).searchParams), app)
}

/** Asks for the installation's repositories as a recipe would: with what the provider injects, and nothing else. */
async function repositories(github: TemporaryGitHub, held: Held): Promise<number> {
  const provider = providerAt(github)
  const minted = await provider.mint?.(held)
  const { headers, origins } = provider.inject(held, minted?.token)
  return (await fetch(`${origins[0]}/installation/repositories`, { headers })).status
}

test('a token is made for what was installed, and works; of what was uninstalled there is none', async () => {
  const github = await temporaryGitHub()
  const held = await install(github)
  const minted = await providerAt(github).mint?.(held)
  const lifetime = (minted?.expiresAt ?? 0) - Date.now()
  expect(lifetime).toBeGreaterThan(59 * 60_000)
  expect(lifetime).toBeLessThanOrEqual(60 * 60_000)
  expect(await repositories(github, held)).toBe(200)
  await providerAt(github).revoke?.(held)
  await expect(repositories(github, held)).rejects.toMatchObject({ data: { providerError: 'installation_not_found' } })
  await expect(providerAt(github).revoke?.(held)).resolves.toBeUndefined()
})

test('of a suspended installation there is no token, and there is one when it is suspended no more', async () => {
  const github = await temporaryGitHub()
  const held = await install(github)
  const suspended = `app/installations/${held.details.installationId}/suspended`
  await callAsApp(github.platform, suspended, 'PUT')
  await expect(repositories(github, held)).rejects.toMatchObject({ data: { providerError: 'installation_suspended' } })
  await callAsApp(github.platform, suspended, 'DELETE')
  expect(await repositories(github, held)).toBe(200)
})

test('what was installed still works after the demo was restarted', async () => {
  const github = await temporaryGitHub()
  const held = await install(github)
  await github.restart()
  expect(await repositories(github, held)).toBe(200)
  expect(await providerAt(github).test(held)).toMatchObject({ result: 'success' })
})

test('two accounts are two grants; one account installed again is one', async () => {
  const github = await temporaryGitHub()
  const [own, organization, again] = [
    await install(github),
    await install(github, installButton.organization),
    await install(github),
  ]
  const { sameGrant } = providerAt(github)
  expect([sameGrant(own, organization), sameGrant(own, again)]).toEqual([false, true])
  expect(organization.accountId).not.toBe(own.accountId)
})

test('diagnose tells a repository that the installation has from one that it lacks', async () => {
  const github = await temporaryGitHub()
  const held = await install(github, installButton.someOfOrganization)
  const lines = async (repository: string) => (await providerAt(github).diagnose?.(held, { repository })) ?? []
  expect((await lines('larkspur-devices/firmware')).map(({ result }) => result)).toEqual(['ok', 'ok'])
  expect(await lines('larkspur-devices/handbook')).toMatchObject([
    { check: 'scopes', result: 'ok' },
    { check: 'repository', result: 'problem', action: { kind: 'open', label: 'Configure the installation' } },
  ])
})

test('a wrong client secret leads back to the form where it was entered, and is not quoted', async () => {
  const github = await temporaryGitHub()
  const flow = flowOf(providerAt(github))
  const request = requestWith({ ...appAt(github), clientSecret: 'a-wrong-secret' })
  const callback = new URL(await approve(await flow.url(request))).searchParams
  const error = await rejection(flow.redeem(request, callback))
  expect(error).toMatchObject({ data: { providerError: 'incorrect_client_credentials', recovery: 'edit_input' } })
  for (const secret of ['a-wrong-secret', request.state, `${callback.get('code')}`])
    expect(everythingSaid(error)).not.toContain(secret)
})

test('a key of another App is refused for good, and says nothing of the installation', async () => {
  const github = await temporaryGitHub()
  const held = await install(github)
  const app = { ...appAt(github), fields: { ...appAt(github).fields, privateKey } }
  expect(await providerAt(github).test({ ...held, app })).toMatchObject({ result: 'failure', event: 'refresh_failed' })
})
