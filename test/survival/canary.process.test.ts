import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { demoAppSecrets } from '../../src-demo/github/app'
import { m2mClient } from '../../src-demo/m2m/client'
import { openDemoSeed } from '../../src-demo/seed'
import { slackApp } from '../../src-demo/slack/app'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { TypeView } from '../../src-shared/contract/directory'
import { consentButton, formsIn } from '../demo/consent'
import { createApp, installButton } from '../demo/github-client'
import { leaks, misplaced, type Place } from '../engine/connection/canary-leaks'
import { type SecretKind, Secrets } from '../engine/connection/canary-secrets'
import { githubDelivery } from '../engine/connection/github-delivery'
import { slackDelivery } from '../engine/connection/slack-delivery'
import { operatorConfig } from '../engine/provider/managed/operator-entries'
import { type Canary, type CanaryServe, canaryOf, filesOf, providerOrigin } from './canary-serve'

const wrongPassword = 'wrong-canary-password'
const ownSecret = 'own-canary-client-secret'
const apiKey = 'canary/api+key-of-parts'
const operatorSecret = 'canary-operators-client-secret'

test('no secret is in any response, event, log line, process argument or file of the data folder, also after a restart', async () => {
  const secrets = new Secrets()
  const canary = await canaryOf(secrets)
  const first = await canary.start()
  const { demo } = first.ready
  secrets.add('vault password', demo?.vaultPassword ?? '')
  secrets.add('vault password', wrongPassword)
  const { derive } = await openDemoSeed(join(canary.data, 'demo'), true)
  secrets.add('client secret', slackApp(derive).clientSecret, providerOrigin.slack)
  secrets.add('client secret', demoAppSecrets(derive).clientSecret, providerOrigin.github)
  secrets.add('client secret', m2mClient(derive).clientSecret, providerOrigin.platform)
  for (const secret of [ownSecret, operatorSecret]) secrets.add('client secret', secret)
  for (const secret of [demo?.slackSigningSecret, demo?.githubWebhookSecret]) secrets.add('signing secret', secret ?? '')
  secrets.add('API key', apiKey)
  secrets.add('API key', first.api.token)
  secrets.add('API key', (await readFile(demo?.actors.teammate.tokenFile ?? '', 'utf8')).trim())

  await authorizeAll(first)
  await first.api.send('POST', '/connect/types/genericApiKey/connections', {
    fields: { placement: 'header', key: apiKey, origins: 'https://api.example.org' },
  })
  await first.api.send('POST', '/connect/types/genericApiKey/connections', {
    fields: { placement: apiKey, key: `${apiKey}\r\n`, origins: apiKey },
    credentials: { key: apiKey },
  })
  await sendEvents(first, secrets)
  await stateAsOperator(first, canary.data)
  await useAll(first)
  await makeApp(first, secrets)
  await enterOwnApp(first)
  await lockAndUnlock(first)
  await changeWaysIn(first, canary, demo?.vaultPassword ?? '')
  await first.stop()

  const second = await canary.start()
  await second.api.send('POST', '/vault/unlock', { password: demo?.vaultPassword })
  await useAll(second)
  for (const { id } of await second.api.list()) await second.api.send('DELETE', `/connect/connections/${id}`)
  await second.stop()

  const files = await filesOf(canary.data)
  expect(misplaced(secrets, canary.sent)).toEqual([])
  // The search is known to work: what is no secret is found, and what is one is where it may be.
  expect(secrets.counts()).toMatchObject(Object.fromEntries(expectedKinds.map((kind) => [kind, expect.any(Number)])))
  expect(canary.places.filter(({ content }) => content.includes('Larkspur')).map(({ name }) => name)).toContain(
    'an answer of the API',
  )
  expect(leaks(secrets, [{ name: 'standard output', content: canary.places.at(-1)?.content ?? '' }])).toContain(
    'vault password in standard output',
  )
  expect(files.length).toBeGreaterThan(10)
  expect(leaks(secrets, [...canary.places, ...files.filter(({ path }) => !isKeptByGiver(path)).map(placeOf)])).toEqual([])
  const ofGivers = files.filter(({ path }) => isKeptByGiver(path)).map(placeOf)
  expect(leaks(secrets.withoutHashes(), ofGivers)).toEqual([])
}, 120_000)

const expectedKinds: SecretKind[] = [
  'recovery code',
  'private key',
  'authorization code',
  'state',
  'PKCE verifier',
  'access token',
  'refresh token',
  'id token',
  'identity token',
  'user token',
  'App JWT',
]

/** The demo's providers and the API know what they gave, by its hash; no other file knows a token at all. */
const isKeptByGiver = (path: string): boolean => path.startsWith('demo/') || path === 'clients'

/** What a file is there for: GitHub's register of Apps, which the demo plays, and the files that scripts read their token from. */
const mayTell: Record<string, readonly SecretKind[]> = {
  'demo/github-apps.json': ['private key', 'client secret', 'signing secret'],
  'api-token': ['API key'],
  'demo/teammate-token': ['API key'],
}

const placeOf = ({ path, content }: { path: string; content: Buffer }): Place => ({
  name: path,
  content,
  mayTell: mayTell[path] ?? [],
})

async function authorizeAll({ api, authorize }: CanaryServe): Promise<void> {
  const others = {
    slackApi: consentButton.secondWorkspace,
    githubApi: installButton.organization,
    neurocadUserIdentityApi: 'Noor',
  }
  for (const [type, other] of Object.entries(others)) {
    const add = `/connect/types/${type}/authorizations`
    const { connectionId } = await authorize(add)
    if (connectionId === undefined) throw new Error(`${type} was not connected`)
    await authorize(add, consentButton.cancel)
    await authorize(add, '', (url) => url.replace(/code=[^&]*/, 'code=ffffffff'))
    await authorize(add, '', (url) => `${url}&code=twice`)
    await authorize(add, '', (url) => `${url}&error=${new URL(url).searchParams.get('code')}`)
    for (const choice of ['keep_as_new', 'reconnect_existing', 'discard']) {
      const { authorizationId } = await authorize(add)
      await api.send('POST', `/connect/authorizations/${authorizationId}/resolution`, { choice })
    }
    const differs = await authorize(`/connect/connections/${connectionId}/authorizations`, other)
    await api.send('POST', `/connect/authorizations/${differs.authorizationId}/resolution`, { choice: 'switch' })
    await api.send('POST', `/connect/authorizations/${differs.authorizationId}/callback`, { url: 'http://127.0.0.1:1/no?code=x' })
  }
}

/** Everything that can be asked of each connection. */
async function useAll({ api }: CanaryServe): Promise<void> {
  await api.send('GET', '/host')
  await api.send('POST', '/host/callback-diagnosis')
  await api.send('POST', '/session/presence')
  for (const path of ['/connect/directory', '/connect/connections?query=lark', '/openapi.json', '/clients', '/vault'])
    await api.send('GET', path)
  for (const { id, type } of await api.list()) {
    await api.send('POST', `/connect/connections/${id}/test`)
    await api.send('POST', `/connect/connections/${id}/diagnosis`, { channel: 'general', repository: 'ada-lindqvist/notes' })
    await api.send('PATCH', `/connect/connections/${id}`, { name: 'Renamed', credentials: { token: ownSecret } })
    await api.send('GET', `/connect/connections/${id}/history`)
    await api.send('GET', `/connect/types/${type}`)
    await api.send('GET', `/provider-apps/${type}`)
  }
  await api.send('GET', '/connect/connections', undefined, 'not-a-token')
}

async function sendEvents({ api, visit, ready }: CanaryServe, secrets: Secrets): Promise<void> {
  const connections = await api.list()
  const at = Date.now()
  const detailsOf = (wanted: ConnectionView['type']) => connections.find(({ type }) => type === wanted)?.details
  const { teamId = '', appId = '' } = detailsOf('slackApi') ?? {}
  const { installationId = 0, appId: gitHubApp } = detailsOf('githubApi') ?? {}
  for (const isRight of [false, true]) {
    const key = (right: string | undefined) => (isRight && right ? right : 'wrong-signing-secret')
    const slack = { type: 'tokens_revoked', teamId, appId, eventId: `Ev-${isRight}`, at }
    const github = { action: 'suspend', installationId, appId: Number(gitHubApp), deliveryId: `d-${isRight}`, suspendedAt: at }
    const deliveries = {
      slackApi: slackDelivery(slack, key(ready.demo?.slackSigningSecret)),
      githubApi: githubDelivery(github, key(ready.demo?.githubWebhookSecret)),
    }
    for (const [type, { headers, body }] of Object.entries(deliveries)) {
      const signature = headers['x-slack-signature'] ?? headers['x-hub-signature-256'] ?? ''
      secrets.add('event signature', signature.split('=')[1] ?? '')
      await visit(`${ready.api}/ingress/${type}`, { method: 'POST', headers, body })
    }
  }
}

/** The operator's file, broken and good, and then away: its secret is sealed by then. */
async function stateAsOperator({ api }: CanaryServe, data: string): Promise<void> {
  const path = join(data, 'operator.json')
  const operator = async () => (await api.call<TypeView>('GET', '/connect/types/serviceApi')).operator
  await writeFile(path, `{"serviceApi":{"clientSecret":"${operatorSecret}",}}`, { mode: 0o600 })
  await vi.waitFor(async () => expect((await operator())?.problem).toContain('not JSON'), { timeout: 10_000 })
  await rm(path)
  await writeFile(path, JSON.stringify(operatorConfig({ clientSecret: operatorSecret })), { mode: 0o600 })
  const hosts = ['https://neurocad.example']
  await vi.waitFor(async () => expect((await operator())?.pendingHosts).toEqual(hosts), { timeout: 10_000 })
  await api.call('POST', '/connect/types/serviceApi/confirmation', { hosts })
  await rm(path)
}

/** GitHub makes an App, its secrets come in, and it connects. */
async function makeApp({ begin, visit, authorize }: CanaryServe, secrets: Secrets): Promise<void> {
  const { url } = await begin<{ url: string }>('/provider-apps/githubApi/manifests')
  secrets.add('state', url.split('/').at(-1) ?? '')
  const [form] = formsIn(await visit(url, {}, { mayTell: ['state'] }))
  if (!form) throw new Error('there is no form for GitHub')
  const redirect = await createApp(form)
  secrets.add('authorization code', new URL(redirect).searchParams.get('code') ?? '', providerOrigin.github)
  await visit(redirect)
  await visit(redirect)
  await authorize('/connect/types/githubApi/authorizations')
}

async function enterOwnApp({ api }: CanaryServe): Promise<void> {
  const app = { clientId: 'mine', clientSecret: ownSecret, signingSecret: ownSecret }
  await api.send('PUT', '/provider-apps/slackApi', { type: 'slackApi', ...app, redirectUri: 'http://no' })
  await api.send('PUT', '/provider-apps/githubApi', { ...app, appId: '1', slug: 'a', privateKey: ownSecret })
  await api.send('PUT', '/provider-apps/slackApi', app)
  await api.send('GET', '/provider-apps/slackApi')
}

async function lockAndUnlock({ api, ready }: CanaryServe): Promise<void> {
  const password = ready.demo?.vaultPassword
  await api.send('POST', '/vault', { password })
  await api.send('POST', '/vault/lock')
  await api.send('POST', '/vault/unlock', { password: wrongPassword })
  await api.send('POST', '/vault/unlock', { password, extra: wrongPassword })
  await api.send('POST', '/vault/unlock', { password })
}

/** Another password and a recovery code, each used and used wrongly; the password is the same afterwards. */
async function changeWaysIn({ api }: CanaryServe, { secrets, places }: Canary, password: string): Promise<void> {
  const newPassword = 'canary: another correct horse'
  secrets.add('vault password', newPassword)
  const { body } = await api.send('POST', '/vault/recovery', { password })
  const { code }: { code: string } = JSON.parse(body)
  places.splice(-1, 1, { name: 'the new recovery code', content: body, mayTell: ['recovery code'] })
  for (const form of [code, code.replaceAll('-', '')]) secrets.add('recovery code', form)
  await api.send('POST', '/vault/recovery/confirmation', { code: `${code}0` })
  await api.call('POST', '/vault/recovery/confirmation', { code })
  await api.send('POST', '/vault/password', { current: { password: newPassword }, newPassword })
  await api.send('POST', '/vault/password', { current: { password, recoveryCode: code }, newPassword })
  await api.call('POST', '/vault/password', { current: { recoveryCode: code }, newPassword })
  await api.send('POST', '/vault/device', { password: newPassword })
  await api.call('POST', '/vault/drill', { password: newPassword })
  await api.call('POST', '/vault/lock')
  await api.send('POST', '/vault/unlock', { recoveryCode: `${code}0` })
  await api.call('POST', '/vault/unlock', { recoveryCode: code })
  await api.call('POST', '/vault/password', { current: { password: newPassword }, newPassword: password })
  for (const path of ['/vault/slots', '/vault/health', '/settings', '/vault']) await api.send('GET', path)
}
