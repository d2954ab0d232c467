import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slackSigningSecret } from '../../../src-demo/slack/app'
import type { Fetch } from '../../../src-main/engine/port'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve, consentButton } from '../../demo/consent'
import { deferred } from '../../fakes/deferred'
import { password } from '../vault/vault-fixture'
import { ada, follow, startEngine, type TestEngine } from './engine-fixture'
import { slackDelivery } from './slack-delivery'
import { connectSlack, overheardTokens, revokeAtSlack } from './slack-fault'

const minute = 60_000

let running: TestEngine
let tokens: string[]
let hit: ConnectionView
let other: ConnectionView
/** Requests that the engine sent since the last `listen`, by path, and how many have no answer yet. */
let asked: string[]
let open: number

beforeEach(async () => {
  running = await startEngine()
  tokens = overheardTokens(running)
  hit = await connectSlack(running)
  other = await connectSlack(running, { button: consentButton.secondWorkspace })
  listen()
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const get = ({ id }: ConnectionView) => cases().connection.get(ada, { id })
const history = async ({ id }: ConnectionView) => (await cases().connection.history(ada, { id, limit: 50 })).items

function listen(network: Fetch = fetch): void {
  asked = []
  open = 0
  running.setFetch(async (url, init) => {
    asked.push(new URL(url).pathname)
    open++
    return network(url, init).finally(() => open--)
  })
}

/** Lets that much time go by, as fast as what is asked meanwhile is answered. */
async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 500) {
    running.clock.advance(Math.min(500, left))
    await settle()
  }
}

async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 20; quiet = open > 0 ? 0 : quiet + 1) await turn()
}

async function relock(after = 20 * minute): Promise<void> {
  await running.engine.lock()
  running.clock.advance(after)
  await running.engine.unlock(password)
}

test('tokens revoked at the provider while the vault is locked are found at the unlock, of that connection and only it', async () => {
  await running.engine.lock()
  await revokeAtSlack(running, tokens[0])
  running.clock.advance(20 * minute)
  await running.engine.unlock(password)
  await pass(5000)
  expect(await get(hit)).toMatchObject({ status: 'needs_reauth', statusReason: 'tokens_revoked' })
  expect(await get(other)).toEqual(other)
  expect((await history(hit)).map(({ kind, actor }) => [kind, actor])[0]).toEqual(['provider_event', null])
  expect(await history(other)).toHaveLength(1)
})

test('what happens while the vault is unlocked is found within the interval, told to those who listen, and not asked about again', async () => {
  await pass(16 * minute)
  await revokeAtSlack(running, tokens[0])
  running.changes.length = 0
  await pass(21 * minute)
  expect(running.changes).toMatchObject([
    { event: { kind: 'connection', connection: { id: hit.id, status: 'needs_reauth' } }, audience: 'org' },
  ])
  await cases().connection.remove(ada, { id: other.id })
  listen()
  await pass(60 * minute)
  expect(asked).toEqual([])
})

test('an app that was removed from the workspace is found as uninstalled', async () => {
  listen(async () => Response.json({ ok: false, error: 'account_inactive' }))
  await relock()
  await pass(5000)
  for (const connection of [hit, other])
    expect(await get(connection)).toMatchObject({ status: 'uninstalled', statusReason: 'app_uninstalled' })
})

test('sound connections are asked about every quarter of an hour or so, and nothing is written about it', async () => {
  await relock()
  await pass(1000)
  const written = Buffer.from(running.files.contents.get('journal-1') ?? [])
  await pass(60 * minute)
  expect(asked.every((path) => path === '/api/auth.test')).toBe(true)
  // Two connections, each after 11 to 19 minutes; a walk may come up to 75 seconds late.
  expect(asked.length).toBeGreaterThanOrEqual(2 * 3)
  expect(asked.length).toBeLessThanOrEqual(2 * 6)
  expect(Buffer.from(running.files.contents.get('journal-1') ?? []).equals(written)).toBe(true)
  expect(await get(hit)).toEqual(hit)
})

test('what was just authorized or tested is not asked about', async () => {
  await pass(10 * minute)
  expect(asked).toEqual([])
  await cases().connection.test(ada, { id: hit.id })
  await cases().connection.test(ada, { id: other.id })
  await pass(14 * minute)
  expect(asked).toHaveLength(2)
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
  listen()
  await follow(running.engine, redirect)
  answer.resolve(Response.json({ ok: false, error: 'token_revoked' }))
  await settle()
  expect(await get(hit)).toMatchObject({ status: 'active', statusReason: 'reconnected' })
  expect((await history(hit)).map(({ kind }) => kind)).toEqual(['reconnected', 'added'])
})

test('a provider that is down is left alone for longer each time, moves nothing, and is asked again when it is back', async () => {
  listen(async () => new Response('down', { status: 503 }))
  await relock()
  await pass(60 * minute)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.length).toBeLessThan(60)
  expect(await get(hit)).toEqual(hit)
  await revokeAtSlack(running, tokens[0])
  listen()
  await pass(10 * minute)
  expect((await get(hit)).status).toBe('needs_reauth')
})

test('a provider that asks for a pause gets nothing from a probe before it is over', async () => {
  listen(async () => new Response('', { status: 429, headers: { 'retry-after': '1800' } }))
  await relock()
  await pass(29 * minute)
  expect(asked).toHaveLength(1)
  listen()
  await pass(5 * minute)
  expect(asked).toHaveLength(2)
})

test('while signed events of its type arrive, a connection is asked about once a day', async () => {
  await relock()
  await pass(5000)
  listen()
  const { teamId = '', appId = '' } = hit.details
  for (let hour = 0; hour < 3; hour += 1 / 6) {
    const at = running.clock.now()
    const delivery = slackDelivery({ type: 'team_join', teamId, appId, eventId: `Ev${hour}`, at }, slackSigningSecret)
    await cases().ingress.receive(ada, { type: 'slackApi', ...delivery })
    await pass(10 * minute)
  }
  expect(asked).toEqual([])
  // An ingress that falls silent proves nothing any more.
  await pass(20 * minute)
  expect(asked).toHaveLength(2)
})

test('deliveries with a bad signature do not count as arrived', async () => {
  await relock()
  await pass(5000)
  listen()
  const { teamId = '', appId = '' } = hit.details
  const forged = slackDelivery({ type: 'team_join', teamId, appId, eventId: 'Ev', at: running.clock.now() }, 'not the secret')
  await expect(cases().ingress.receive(ada, { type: 'slackApi', ...forged })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  await pass(21 * minute)
  expect(asked).toHaveLength(2)
})

test('a lock ends it: nothing is asked afterwards, and an answer that comes later finds the vault locked', async () => {
  await relock()
  const answer = deferred<Response>()
  const reached = deferred()
  listen(() => {
    reached.resolve()
    return answer.promise
  })
  running.clock.advance(1000)
  await reached.promise
  await running.engine.lock()
  answer.resolve(Response.json({ ok: false, error: 'token_revoked' }))
  running.clock.advance(60 * minute)
  await settle()
  expect(asked).toHaveLength(1)
  expect(running.logger.lines.filter(({ level }) => level === 'error')).toEqual([])
})
