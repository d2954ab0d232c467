import { getEventMeta } from '@orpc/server'
import { expect, test } from 'vitest'
import type { ApiContext } from '../../../src-main/engine/api/context'
import { endEventStreams } from '../../../src-main/engine/api/shared-state'
import type { ChangeEvent } from '../../../src-shared/contract/event'
import { connectionView, FakeEngine, owner, teammate } from '../../fakes/engine'
import { apiClient } from './api-client'

const open = async (engine: FakeEngine, lastEventId?: string, change: Partial<Omit<ApiContext, 'engine'>> = {}) =>
  apiClient({ engine, ...change }).client.event.stream(undefined, { lastEventId })
type Stream = Awaited<ReturnType<typeof open>>

const change = (engine: FakeEngine, name: string, audience: 'org' | { subject: string } = 'org') =>
  engine.emit({ event: { kind: 'connection', connection: connectionView({ name }) }, audience })

const named = (event: ChangeEvent | undefined) => (event?.kind === 'connection' ? event.connection.name : event?.kind)

async function read(stream: Stream, count: number) {
  const events: { name: string | undefined; id: string | undefined }[] = []
  while (events.length < count) {
    const { value, done } = await stream.next()
    if (done) break
    events.push({ name: named(value), id: getEventMeta(value)?.id })
  }
  return events
}
const names = async (stream: Stream, count: number) => (await read(stream, count)).map(({ name }) => name)

test('a stream starts with ready and then tells each change in order', async () => {
  const engine = new FakeEngine()
  const stream = await open(engine)
  change(engine, 'one')
  change(engine, 'two')
  expect(await names(stream, 3)).toEqual(['ready', 'one', 'two'])
})

test('a reader that comes back with the last id it saw misses nothing and gets nothing twice', async () => {
  const engine = new FakeEngine()
  const first = await open(engine)
  change(engine, 'one')
  change(engine, 'two')
  const seen = await read(first, 2)
  await first.return?.(undefined)
  change(engine, 'three')
  const second = await open(engine, seen[1]?.id)
  expect(await names(second, 3)).toEqual(['ready', 'two', 'three'])
})

test('the id of ready itself resumes', async () => {
  const engine = new FakeEngine()
  const [ready] = await read(await open(engine), 1)
  change(engine, 'one')
  expect(await names(await open(engine, ready?.id), 2)).toEqual(['ready', 'one'])
})

test('a private change never reaches another subject, not even as a gap between ids', async () => {
  const engine = new FakeEngine()
  const hers = await open(engine, undefined, { actor: teammate })
  const mine = await open(engine, undefined, { actor: owner })
  change(engine, 'org one')
  change(engine, 'private', { subject: owner.subject })
  change(engine, 'org two')
  const seen = await read(hers, 3)
  expect(seen.map(({ name }) => name)).toEqual(['ready', 'org one', 'org two'])
  expect(seen.map(({ id }) => id?.split('-')[1])).toEqual(['0', '1', '2'])
  expect(await names(mine, 4)).toEqual(['ready', 'org one', 'private', 'org two'])
})

test('one viewer’s id does not resume another viewer’s stream', async () => {
  const engine = new FakeEngine()
  const [ready] = await read(await open(engine), 1)
  expect(await names(await open(engine, ready?.id, { actor: teammate }), 1)).toEqual(['reset'])
})

test.each(['', 'nonsense', '0', `${'0'.repeat(32)}-0`])('Last-Event-ID %j cannot be resumed and says reset', async (id) => {
  expect(await names(await open(new FakeEngine(), id), 1)).toEqual(['reset'])
})

test('an id from the future of its log says reset', async () => {
  const engine = new FakeEngine()
  const [ready] = await read(await open(engine), 1)
  expect(await names(await open(engine, ready?.id?.replace(/\d+$/, '7')), 1)).toEqual(['reset'])
})

test('an id from before a lock or a restart says reset', async () => {
  const engine = new FakeEngine()
  const [ready] = await read(await open(engine), 1)
  await engine.lock()
  await engine.unlock({ password: 'correct horse' })
  expect(await names(await open(engine, ready?.id), 1)).toEqual(['reset'])
  expect(await names(await open(new FakeEngine(), ready?.id), 1)).toEqual(['reset'])
})

test('a reader too slow for the bounded log gets one reset and goes on from there', async () => {
  const engine = new FakeEngine()
  const stream = await open(engine)
  await read(stream, 1)
  for (let i = 0; i < 10_000; i++) change(engine, `flood ${i}`)
  expect(await names(stream, 1)).toEqual(['reset'])
  change(engine, 'after')
  expect(await names(stream, 1)).toEqual(['after'])
})

test('a stream ends when the vault locks, also while its reader waits, and tells nothing more', async () => {
  const engine = new FakeEngine()
  const stream = await open(engine)
  await read(stream, 1)
  const waiting = stream.next()
  await engine.lock()
  expect(await waiting).toMatchObject({ done: true })
  expect(engine.listeners.size).toBe(0)
})

test('a stream ends when its token is revoked, and the others go on', async () => {
  const engine = new FakeEngine()
  const token = new AbortController()
  const revoked = await open(engine, undefined, { until: token.signal })
  const other = await open(engine)
  token.abort()
  change(engine, 'one')
  expect(await names(revoked, 2)).toEqual([])
  expect(await names(other, 2)).toEqual(['ready', 'one'])
})

test('a host that is closing can end every stream of its engine', async () => {
  const engine = new FakeEngine()
  const stream = await open(engine)
  await read(stream, 1)
  const waiting = stream.next()
  endEventStreams(engine)
  expect(await waiting).toMatchObject({ done: true })
})
