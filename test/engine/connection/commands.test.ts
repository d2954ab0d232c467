import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve, consentButton } from '../../demo/consent'
import { deferred } from '../../fakes/deferred'
import { password } from '../vault/vault-fixture'
import { ada, follow, grace, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine
let id: ConnectionId
beforeAll(async () => {
  running = await startEngine()
  const { authorizationUrl } = await running.engine.useCases.authorization.add(ada, { type: 'slackApi' })
  const done = await follow(running.engine, await approve(authorizationUrl))
  if (!done.connectionId) throw new Error('not connected')
  id = done.connectionId
})
afterAll(() => running.stop())

const cases = () => running.engine.useCases
const get = () => cases().connection.get(ada, { id })
const unknownId = 'cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3' as ConnectionId

test('a rename that knows an older version is refused, and names the newest', async () => {
  const { version } = await get()
  await cases().connection.rename(ada, { id, name: 'One', version })
  await expect(cases().connection.rename(grace, { id, name: 'Two', version })).rejects.toMatchObject({
    code: 'VERSION_CONFLICT',
    data: { currentVersion: version + 1 },
  })
  expect(await get()).toMatchObject({ name: 'One', version: version + 1 })
})

test('of renames sent at once with one version, one wins', async () => {
  const { version } = await get()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => cases().connection.rename(ada, { id, name: `Name ${index}`, version })),
  )
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('every change reaches those who listen, as a view without a secret', async () => {
  running.changes.length = 0
  await cases().connection.rename(ada, { id, name: 'Announced' })
  expect(running.changes).toMatchObject([
    { event: { kind: 'connection', connection: { id, name: 'Announced' } }, audience: 'org' },
  ])
  expect(JSON.stringify(running.changes)).not.toMatch(/xox[bp]-/)
})

test.each(['get', 'history', 'test', 'remove'] as const)('%s of an id that is not there is NOT_FOUND', async (verb) => {
  await expect(cases().connection[verb](ada, { id: unknownId, limit: 50 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a network that is down fails the test and changes no status', async () => {
  running.setFetch(async () => {
    throw new TypeError('fetch failed')
  })
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  expect(await get()).toMatchObject({ status: 'active', lastTestResult: 'failure' })
  running.setFetch(fetch)
})

test('a token that the provider refuses for good asks for a reconnect', async () => {
  running.setFetch(async () => Response.json({ ok: false, error: 'token_revoked' }))
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  running.setFetch(fetch)
  expect(await get()).toMatchObject({ status: 'needs_reauth', statusReason: 'rejected_by_provider' })
  expect((await cases().directory.list(ada, undefined))[0]).toMatchObject({
    pill: { kind: 'connections', count: 1 },
    attention: true,
  })
})

test('a verdict on tokens that were replaced meanwhile does not touch the new ones', async () => {
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id })
  const redirect = await approve(authorizationUrl)
  const held = deferred<Response>()
  const asked = deferred()
  running.setFetch(() => {
    asked.resolve()
    return held.promise
  })
  const testing = cases().connection.test(ada, { id })
  await asked.promise
  running.setFetch(fetch)
  running.clock.advance(1)
  await follow(running.engine, redirect)
  held.resolve(Response.json({ ok: false, error: 'invalid_auth' }))
  expect(await testing).toMatchObject({ result: 'failure' })
  expect(await get()).toMatchObject({ status: 'active', statusReason: 'reconnected' })
})

test('a provider that cannot be told of a removal does not keep the connection, and the person is told what to do there', async () => {
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'slackApi' })
  const added = await follow(running.engine, await approve(authorizationUrl, consentButton.secondWorkspace))
  running.setFetch(async () => new Response('down', { status: 500 }))
  const removed = await cases().connection.remove(ada, { id: added.connectionId ?? unknownId })
  running.setFetch(fetch)
  expect(removed).toMatchObject({ status: 'revoked', providerNotice: expect.stringContaining('Slack') })
})

test('search finds by the beginning of any word, and by nothing that is not there', async () => {
  await cases().connection.rename(ada, { id, name: 'Émile’s "Köln" workspace (prod)' })
  const found = async (query: string) => (await cases().connection.list(ada, { limit: 50, query })).total
  expect(await found('köl')).toBe(1)
  expect(await found('emile wor')).toBe(1)
  expect(await found('prod" OR *')).toBe(0)
  expect(await found('nowhere')).toBe(0)
  expect(await found('***')).toBe(0)
  expect(await found('   ')).toBe(2)
})

test.each(['%%%', 'e30', Buffer.from('[1,2,3]').toString('base64url')])('cursor %j is refused by name', async (cursor) => {
  await expect(cases().connection.list(ada, { limit: 50, cursor })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'cursor' }] },
  })
})

test('without a client id and secret an authorization says what is missing', async () => {
  await cases().providerApp.remove(ada, { type: 'slackApi' })
  expect(await cases().directory.type(ada, { type: 'slackApi' })).toMatchObject({ providerAppConfigured: false })
  await expect(cases().authorization.add(ada, { type: 'slackApi' })).rejects.toMatchObject({ code: 'PROVIDER_APP_MISSING' })
  await expect(cases().providerApp.remove(ada, { type: 'slackApi' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an app that a person forgot does not come back with the next unlock', async () => {
  await running.engine.lock()
  await running.engine.unlock({ password: password })
  expect(await cases().providerApp.get(ada, { type: 'slackApi' })).toMatchObject({ configured: false })
})
