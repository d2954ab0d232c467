import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve, consentButton } from '../../demo/consent'
import { slackAppOf } from '../../demo/slack-client'
import { password } from '../vault/vault-fixture'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'
import { slackDelivery } from './slack-delivery'

let running: TestEngine
let hit: ConnectionView
let other: ConnectionView
beforeEach(async () => {
  running = await startEngine()
  hit = await connect()
  other = await connect(consentButton.secondWorkspace)
  running.clock.advance(5000)
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const get = (id: ConnectionView['id']) => cases().connection.get(ada, { id })
const history = async () => (await cases().connection.history(ada, { id: hit.id, limit: 50 })).items

async function connect(button?: string): Promise<ConnectionView> {
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'slackApi' })
  const { connectionId } = await follow(running.engine, await approve(authorizationUrl, button))
  if (!connectionId) throw new Error('not connected')
  return get(connectionId)
}

type Change = Partial<Parameters<typeof slackDelivery>[0]> & { secret?: string }
function deliver(type: string, { secret = slackAppOf(running.demo).signingSecret, ...change }: Change = {}) {
  const { teamId = '', appId = '' } = hit.details
  const now = running.clock.now()
  const delivery = slackDelivery({ type, teamId, appId, eventId: `Ev-${type}`, at: now, sentAt: now, ...change }, secret)
  return cases().ingress.receive(ada, { type: 'slackApi', ...delivery })
}

test.each([
  ['tokens_revoked', 'needs_reauth'],
  ['app_uninstalled', 'uninstalled'],
] as const)('%s moves the connection of that workspace to %s, and only it', async (event, status) => {
  await deliver(event)
  expect(await get(hit.id)).toMatchObject({ status, statusReason: event })
  expect(await get(other.id)).toEqual(other)
  expect((await history())[0]).toMatchObject({ kind: 'provider_event', actor: null })
})

test('the same delivery again changes nothing, also after a reconnect and after unlocking', async () => {
  await deliver('tokens_revoked')
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id: hit.id })
  await follow(running.engine, await approve(authorizationUrl))
  const before = [await get(hit.id), await history()]
  running.clock.advance(1000)
  await deliver('tokens_revoked')
  await running.engine.lock()
  await running.engine.unlock({ password: password })
  await deliver('tokens_revoked')
  expect([await get(hit.id), await history()]).toEqual(before)
})

test('many copies of one delivery at once move it once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => deliver('tokens_revoked')))
  expect((await history()).filter(({ kind }) => kind === 'provider_event')).toHaveLength(1)
})

test('an event from before the last authorization is recorded and changes nothing', async () => {
  await deliver('app_uninstalled', { at: running.clock.now() - 60_000 })
  expect(await get(hit.id)).toMatchObject({ status: 'active', version: hit.version })
  expect((await history())[0]).toMatchObject({ kind: 'provider_event', message: expect.stringContaining('changed nothing') })
})

test('an event for a removed connection is taken, recorded, and does not bring it back', async () => {
  await cases().connection.remove(ada, { id: hit.id })
  await expect(deliver('tokens_revoked')).resolves.toEqual({})
  expect(await get(hit.id)).toMatchObject({ status: 'revoked' })
  expect((await history())[0]).toMatchObject({ kind: 'provider_event' })
})

test('an event that comes together with a removal does not undo it', async () => {
  await Promise.all([cases().connection.remove(ada, { id: hit.id }), deliver('tokens_revoked')])
  expect(await get(hit.id)).toMatchObject({ status: 'revoked' })
})

test('whatever is wrong with a delivery, the refusal is the same, nothing is written, and the log gets a line a minute', async () => {
  const before = Buffer.concat([...running.files.contents.values()])
  const refusals = await Promise.all(
    [
      deliver('tokens_revoked', { secret: 'wrong' }),
      deliver('tokens_revoked', { appId: 'A-unknown' }),
      deliver('tokens_revoked', { sentAt: running.clock.now() - 301_000 }),
      cases().ingress.receive(ada, { type: 'slackApi', headers: {}, body: '' }),
    ].map((attempt) => attempt.catch((error: unknown) => JSON.stringify([String(error), error]))),
  )
  expect(new Set(refusals).size).toBe(1)
  expect(refusals[0]).toContain('UNAUTHORIZED')
  expect(Buffer.concat([...running.files.contents.values()]).equals(before)).toBe(true)
  expect(running.logger.lines.filter(({ message }) => message.includes('refused'))).toHaveLength(1)
  running.clock.advance(60_000)
  await deliver('tokens_revoked', { secret: 'wrong' }).catch(() => undefined)
  expect(running.logger.lines.filter(({ message }) => message.includes('refused'))).toHaveLength(2)
})

test('without a signing secret every delivery is refused', async () => {
  await cases().providerApp.set(ada, { type: 'slackApi', clientId: 'mine', clientSecret: 'secret' })
  expect(await cases().providerApp.get(ada, { type: 'slackApi' })).toMatchObject({ signsEvents: false })
  await expect(deliver('tokens_revoked')).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})

test('a workspace that is not connected here is none of our business', async () => {
  await expect(deliver('tokens_revoked', { teamId: 'T-elsewhere' })).resolves.toEqual({})
  expect(await get(hit.id)).toEqual(hit)
})

test('of two connections with one grant both are moved, or neither where a crash cut the command off, and then by the next delivery', async () => {
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'slackApi' })
  const { authorizationId } = await follow(running.engine, await approve(authorizationUrl))
  const { connectionId } = await cases().authorization.resolve(ada, { id: authorizationId, choice: 'keep_as_new' })
  const twin = connectionId ?? hit.id
  running.clock.advance(5000)
  await running.engine.lock()
  const journal = [...running.files.contents.keys()].filter((name) => name.startsWith('journal-')).at(-1) ?? ''
  const before = running.files.contents.get(journal)?.slice() ?? new Uint8Array()
  await running.engine.unlock({ password: password })
  await deliver('tokens_revoked')
  expect([(await get(hit.id)).status, (await get(twin)).status]).toEqual(['needs_reauth', 'needs_reauth'])
  // The second of the two records is cut off, as a crash between them would.
  await running.engine.lock()
  const after = running.files.contents.get(journal) ?? new Uint8Array()
  const first = endOfFirstRecordAfter(before, after)
  after.fill(0, first)
  await running.engine.unlock({ password: password })
  expect([(await get(hit.id)).status, (await get(twin)).status]).toEqual(['active', 'active'])
  await deliver('tokens_revoked')
  expect([(await get(hit.id)).status, (await get(twin)).status]).toEqual(['needs_reauth', 'needs_reauth'])
})

/** Where the first record that `after` has and `before` has not ends: where the next one's mark begins. */
function endOfFirstRecordAfter(before: Uint8Array, after: Uint8Array): number {
  const mark = Buffer.from([0x89, 0x4e, 0x43, 0x4a, 0x0d, 0x0a, 0x1a, 0x01])
  const text = Buffer.from(after)
  const start = text.findIndex((byte, index) => byte !== (before[index] ?? 0))
  return text.indexOf(mark, start + 1)
}
