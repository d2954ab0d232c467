import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve, consentButton } from '../../demo/consent'
import { slackAppOf } from '../../demo/slack-client'
import { deferred } from '../../fakes/deferred'
import { password } from '../vault/vault-fixture'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'
import { type PassingTime, passingTime } from './passing-time'
import { slackDelivery } from './slack-delivery'
import { connectSlack, overheardTokens, revokeAtSlack } from './slack-fault'

const minute = 60_000

let running: TestEngine
let tokens: string[]
let hit: ConnectionView
let other: ConnectionView
let time: PassingTime

beforeEach(async () => {
  running = await startEngine()
  tokens = overheardTokens(running)
  hit = await connectSlack(running)
  other = await connectSlack(running, { button: consentButton.secondWorkspace })
  time = passingTime(running)
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const get = ({ id }: ConnectionView) => cases().connection.get(ada, { id })
const history = async ({ id }: ConnectionView) => (await cases().connection.history(ada, { id, limit: 50 })).items

async function relock(after = 20 * minute): Promise<void> {
  await running.engine.lock()
  running.clock.advance(after)
  await running.engine.unlock({ password: password })
}

test('tokens revoked at the provider while the vault is locked are found at the unlock, of that connection and only it', async () => {
  await running.engine.lock()
  await revokeAtSlack(running, tokens[0])
  running.clock.advance(20 * minute)
  await running.engine.unlock({ password: password })
  await time.pass(5000)
  expect(await get(hit)).toMatchObject({ status: 'needs_reauth', statusReason: 'tokens_revoked' })
  expect(await get(other)).toEqual(other)
  expect((await history(hit)).map(({ kind, actor }) => [kind, actor])[0]).toEqual(['provider_event', null])
  expect(await history(other)).toHaveLength(1)
})

test('what happens while the vault is unlocked is found within the interval, told to those who listen, and not asked about again', async () => {
  await time.pass(16 * minute)
  await revokeAtSlack(running, tokens[0])
  running.changes.length = 0
  await time.pass(21 * minute)
  expect(running.changes).toMatchObject([
    { event: { kind: 'connection', connection: { id: hit.id, status: 'needs_reauth' } }, audience: 'org' },
  ])
  await cases().connection.remove(ada, { id: other.id })
  time.listen()
  await time.pass(60 * minute)
  expect(time.asked).toEqual([])
})

test('an app that was removed from the workspace is found as uninstalled', async () => {
  time.listen(async () => Response.json({ ok: false, error: 'account_inactive' }))
  await relock()
  await time.pass(5000)
  for (const connection of [hit, other])
    expect(await get(connection)).toMatchObject({ status: 'uninstalled', statusReason: 'app_uninstalled' })
})

test('sound connections are asked about every quarter of an hour or so, and nothing is written about it', async () => {
  await relock()
  await time.pass(1000)
  const written = Buffer.from(running.files.contents.get('journal-1') ?? [])
  await time.pass(60 * minute)
  expect(time.asked.every((path) => path === '/api/auth.test')).toBe(true)
  // Two connections, each after 11 to 19 minutes; a walk may come up to 75 seconds late.
  expect(time.asked.length).toBeGreaterThanOrEqual(2 * 3)
  expect(time.asked.length).toBeLessThanOrEqual(2 * 6)
  expect(Buffer.from(running.files.contents.get('journal-1') ?? []).equals(written)).toBe(true)
  expect(await get(hit)).toEqual(hit)
})

test('what was just authorized or tested is not asked about', async () => {
  await time.pass(10 * minute)
  expect(time.asked).toEqual([])
  await cases().connection.test(ada, { id: hit.id })
  await cases().connection.test(ada, { id: other.id })
  await time.pass(14 * minute)
  expect(time.asked).toHaveLength(2)
})

test('a verdict on tokens that were replaced while the provider thought is dropped', async () => {
  await relock()
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id: hit.id })
  const redirect = await approve(authorizationUrl)
  const answer = deferred<Response>()
  const reached = deferred()
  running.setFetch(() => {
    reached.resolve()
    return answer.promise
  })
  running.clock.advance(1000)
  await reached.promise
  time.listen()
  await follow(running.engine, redirect)
  answer.resolve(Response.json({ ok: false, error: 'token_revoked' }))
  await time.settle()
  expect(await get(hit)).toMatchObject({ status: 'active', statusReason: 'reconnected' })
  expect((await history(hit)).map(({ kind }) => kind)).toEqual(['reconnected', 'added'])
})

test('a provider that is down is left alone for longer each time, moves nothing, and is asked again when it is back', async () => {
  time.listen(async () => new Response('down', { status: 503 }))
  await relock()
  await time.pass(60 * minute)
  expect(time.asked.length).toBeGreaterThan(5)
  expect(time.asked.length).toBeLessThan(60)
  expect(await get(hit)).toEqual(hit)
  await revokeAtSlack(running, tokens[0])
  time.listen()
  await time.pass(10 * minute)
  expect((await get(hit)).status).toBe('needs_reauth')
})

test('a provider that asks for a pause gets nothing from a probe before it is over', async () => {
  time.listen(async () => new Response('', { status: 429, headers: { 'retry-after': '1800' } }))
  await relock()
  await time.pass(29 * minute)
  expect(time.asked).toHaveLength(1)
  time.listen()
  await time.pass(5 * minute)
  expect(time.asked).toHaveLength(2)
})

test('while signed events of its type arrive, a connection is asked about once a day', async () => {
  await relock()
  await time.pass(5000)
  time.listen()
  const { teamId = '', appId = '' } = hit.details
  const { signingSecret } = slackAppOf(running.demo)
  for (let hour = 0; hour < 3; hour += 1 / 6) {
    const at = running.clock.now()
    const delivery = slackDelivery({ type: 'team_join', teamId, appId, eventId: `Ev${hour}`, at }, signingSecret)
    await cases().ingress.receive(ada, { type: 'slackApi', ...delivery })
    await time.pass(10 * minute)
  }
  expect(time.asked).toEqual([])
  // An ingress that falls silent proves nothing any more. Short enough for one more probe of each, whatever the jitter.
  await time.pass(15 * minute)
  expect(time.asked).toHaveLength(2)
})

test('deliveries with a bad signature do not count as arrived', async () => {
  await relock()
  await time.pass(5000)
  time.listen()
  const { teamId = '', appId = '' } = hit.details
  const forged = slackDelivery({ type: 'team_join', teamId, appId, eventId: 'Ev', at: running.clock.now() }, 'not the secret')
  await expect(cases().ingress.receive(ada, { type: 'slackApi', ...forged })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  await time.pass(21 * minute)
  expect(time.asked).toHaveLength(2)
})

test('a lock ends it: nothing is asked afterwards, and an answer that comes later finds the vault locked', async () => {
  await relock()
  const answer = deferred<Response>()
  const reached = deferred()
  time.listen(() => {
    reached.resolve()
    return answer.promise
  })
  running.clock.advance(1000)
  await reached.promise
  await running.engine.lock()
  answer.resolve(Response.json({ ok: false, error: 'token_revoked' }))
  running.clock.advance(60 * minute)
  await time.settle()
  expect(time.asked).toHaveLength(1)
  expect(running.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
})
