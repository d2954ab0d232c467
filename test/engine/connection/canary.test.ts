import { expect, test } from 'vitest'
import { openApiDocument } from '../../../src-main/host/http/openapi-document'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { installButton } from '../../demo/github-client'
import { jsonServer } from '../oauth/local-server'
import { confidentialClient, startOpenIdServer } from '../oauth/openid-server'
import { password } from '../vault/vault-fixture'
import { type Authorized, authorizeEveryWay, authorizeWithWrongSecret } from './canary-authorizations'
import { goThroughEvents, goThroughManifest } from './canary-github'
import { goThroughGrants, learnSigner } from './canary-grants'
import { leaks, misplaced } from './canary-leaks'
import { type CanaryRun, me, startCanary } from './canary-run'
import { secretKinds } from './canary-secrets'
import { goThroughOperator, goThroughWebhooks } from './canary-sources'
import { goThroughWaysIn } from './canary-ways-in'
import { grace, redirectUri } from './engine-fixture'

const declaredTypes = ['googleApi', 'microsoftApi', 'linearApi', 'oktaApi'] as const

test('no secret of any flow is in an answer, an error, a change, the log, a file or a request that is not its own', async () => {
  const run = await startCanary()
  run.listen()
  const openId = await startOpenIdServer(redirectUri.replace('slackApi', 'genericOAuth2'))
  const flows: Authorized[] = [
    { type: 'slackApi', other: { button: 'Foxglove Labs' } },
    { type: 'githubApi', other: { button: installButton.organization } },
    { type: 'neurocadUserIdentityApi', other: { button: 'Noor' } },
    ...declaredTypes.map((type) => ({ type, other: { button: 'Noor' } })),
    {
      type: 'genericOAuth2',
      same: {
        press: (url) => openId.approve(url, 'anna'),
        fields: { issuer: openId.issuer, ...confidentialClient, scopes: 'openid email offline_access', origins: openId.issuer },
      },
      other: { press: (url) => openId.approve(url, 'bert') },
    },
  ]
  run.secrets.add('client secret', confidentialClient.clientSecret, openId.issuer)
  const ids = new Map<CredentialTypeKey, ConnectionId>()
  for (const flow of flows) ids.set(flow.type, await authorizeEveryWay(run, flow))
  for (const type of ['slackApi', 'githubApi', ...declaredTypes] as const) await authorizeWithWrongSecret(run, type)
  await enterKeys(run)
  await goThroughWebhooks(run)
  await goThroughOperator(run)
  const idOf = (type: CredentialTypeKey) => ids.get(type) ?? ('' as ConnectionId)
  await goThroughEvents(run, { slack: idOf('slackApi'), github: idOf('githubApi') })
  await goThroughManifest(run)
  await goThroughGrants(run, idOf('neurocadUserIdentityApi'))
  await goThroughWaysIn(run)
  const before = run.secrets.counts()
  for (let hours = 0; hours < 2; hours++) {
    await lookAtAll(run)
    await run.wait(61)
  }
  expect(run.secrets.counts()['refresh token'], 'tokens were refreshed').toBeGreaterThan(before['refresh token'] ?? 0)
  await hearThemselves(run)
  await run.engine.lock()
  await run.attempt(run.engine.unlock({ password: 'not the password' }))
  await run.engine.unlock({ password: password })
  await removeAll(run)
  await run.engine.lock()
  await learnSigner(run)

  expect([...run.reached].sort()).toEqual(flows.flatMap(({ type }) => endsOf(type)).sort())
  expect(Object.keys(run.secrets.counts()).sort(), 'there is a secret of every kind to look for').toEqual([...secretKinds].sort())
  const document = JSON.stringify(await openApiDocument('1.0.0'))
  const places = [...run.places(), { name: 'the OpenAPI document', content: document }]
  // What is no secret is found, so these are the places where it would be.
  expect(places.filter(({ content }) => content.includes('Larkspur')).map(({ name }) => name)).toContain('a change')
  expect(leaks(run.secrets, places)).toEqual([])
  expect(misplaced(run.secrets, run.network.sent, run.declared)).toEqual([])
  await openId.stop()
  await run.stop()
}, 120_000)

/** A Passport of somebody else is refused: there is nothing to choose. */
const endsOf = (type: CredentialTypeKey): string[] =>
  ['account_exists', 'account_mismatch', 'completed', 'failed']
    .filter((end) => type !== 'neurocadUserIdentityApi' || end !== 'account_mismatch')
    .map((end) => `${type} ${end}`)

/** Keys in each placement, one of them for a service that refuses it, and one that is no key. */
async function enterKeys({ engine, secrets, declared, attempt }: CanaryRun): Promise<void> {
  const type = 'genericApiKey'
  const taking = await jsonServer({})
  const refusing = await jsonServer({ error: 'no' }, 401)
  const enter = async (key: string, url: string, more: Record<string, string>) => {
    secrets.add('API key', key, url)
    const fields = { key, origins: url, testUrl: `${url}/me`, label: 'Parts', ...more }
    return attempt(engine.useCases.connection.create(me, { type, fields }))
  }
  await enter('key-behind-bearer', taking.url, { placement: 'header' })
  await enter('key-in-a-header', taking.url, { placement: 'header', parameter: 'x-key' })
  await enter('key-in-the-address', taking.url, { placement: 'query', parameter: 'k' })
  await enter('key-as/a+password', taking.url, { placement: 'basic', parameter: 'parts' })
  const refused = await enter('key-that-is-refused', refusing.url, { placement: 'header' })
  await enter('key-of\r\ntwo-lines', taking.url, { placement: 'header' })
  await enter('key-placed-nowhere', taking.url, { placement: 'key-placed-nowhere-either' })
  declared.push({ secret: 'key-in-a-header', header: 'x-key' }, { secret: 'key-in-the-address', query: 'k' })
  if (!refused) throw new Error('the key was not entered')
  await attempt(engine.useCases.connection.test(me, { id: refused.id }))
  secrets.add('API key', 'key-in-place-of-it', taking.url)
  const fields = { key: 'key-in-place-of-it', placement: 'header', origins: taking.url, testUrl: `${taking.url}/me` }
  await attempt(engine.useCases.connection.replaceFields(me, { id: refused.id, fields }))
}

/** Every use case that tells something, of every connection. */
async function lookAtAll(run: CanaryRun): Promise<void> {
  const { attempt, engine } = run
  const { connection, directory, providerApp, audit } = engine.useCases
  for (const context of [me, grace]) await attempt(directory.list(context, undefined))
  for (const format of ['jsonl', 'csv'] as const) {
    let cursor: string | undefined
    do cursor = (await attempt(audit.part(me, { format, cursor })))?.nextCursor ?? undefined
    while (cursor !== undefined)
  }
  await attempt(audit.list(me, { limit: 200 }))
  await attempt(audit.verify(me, {}))
  for (const id of await everyId(run)) {
    await run.use(id)
    await attempt(connection.test(me, { id }))
    await attempt(connection.diagnose(me, { id, channel: 'general', repository: 'ada-lindqvist/notes' }))
    await attempt(connection.rename(me, { id, name: 'Renamed at Larkspur' }))
    await attempt(connection.rename(grace, { id, name: 'Renamed', version: 99 }))
    await attempt(connection.get(grace, { id }))
    await attempt(connection.history(me, { id, limit: 50 }))
    const { type } = await connection.get(me, { id })
    await attempt(directory.type(me, { type }))
    await attempt(providerApp.get(me, { type }))
  }
}

/** Providers that say back what they were sent, as an error, a refusal, a good answer or from within the network layer. */
async function hearThemselves(run: CanaryRun): Promise<void> {
  const { attempt, engine, network } = run
  const { connection, authorization } = engine.useCases
  // A refusal comes last: it is the end of what is active.
  for (const status of [0, 200, 400, 503, 401]) {
    for (const which of [0, 1, 'all'] as const) {
      run.listen(network.playBack(status, which))
      await run.wait(61)
      for (const id of await everyId(run)) {
        await attempt(connection.test(me, { id }))
        await attempt(connection.diagnose(me, { id }))
        await run.use(id)
      }
      for (const type of ['slackApi', 'githubApi', 'neurocadUserIdentityApi', ...declaredTypes] as const) {
        run.listen()
        const alter = (redirect: string) => {
          run.listen(network.playBack(status, which))
          return redirect
        }
        await run.authorize(type, { alter })
      }
    }
  }
  run.listen()
  for (const id of await everyId(run)) await attempt(authorization.reconnect(me, { id }).then(() => 'started'))
}

async function removeAll(run: CanaryRun): Promise<void> {
  const { connection } = run.engine.useCases
  for (const id of await everyId(run)) {
    await run.attempt(connection.remove(me, { id }))
    await run.attempt(connection.test(me, { id }))
    await run.attempt(connection.history(me, { id, limit: 50 }))
    await run.use(id)
  }
}

async function everyId({ engine }: CanaryRun): Promise<ConnectionId[]> {
  const { items } = await engine.useCases.connection.list(me, { limit: 200 })
  return items.filter(({ status }) => status !== 'revoked').map(({ id }) => id)
}
