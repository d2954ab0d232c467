import { expect, test } from 'vitest'
import { deferred } from '../../../fakes/deferred'
import { type Planted, plantedSession } from './planted-session'
import { bare, lost, rotated, tokens } from './token-network'

const minute = 60_000
const hour = 60 * minute
const many = (count: number): Planted[] => Array.from({ length: count }, (_, index) => ({ token: `r${index}` }))

test('tokens are refreshed before they end though nobody asks, each at a moment of its own', async () => {
  const { network, pass, clock, views } = await plantedSession(many(40), { random: Math.random })
  const at: number[] = []
  const begin = clock.monotonic()
  network.answer = (request) => {
    at.push(clock.monotonic() - begin)
    return rotated(request)
  }
  await pass(53 * minute)
  expect(at).toEqual([])
  await pass(6.7 * minute)
  expect(at).toHaveLength(40)
  expect(new Set(at.map((moment) => Math.floor(moment / minute))).size).toBeGreaterThan(2)
  expect((await views()).every(({ lastRefreshAt }) => lastRefreshAt !== null)).toBe(true)
})

test('what was used, and so refreshed, while it waited for its turn is refreshed ahead of time again', async () => {
  const { network, settle, pass, use, ids } = await plantedSession(many(60), { after: 59.5 * minute })
  const go = deferred()
  network.answer = async (request) => {
    await go.promise
    return rotated(request)
  }
  await settle()
  const using = Promise.all(ids.slice(55).map(use))
  await settle()
  go.resolve()
  await using
  // Before they end: afterwards a probe would have to refresh them first.
  await pass(59.8 * minute)
  const spent = network.spent
  for (let index = 0; index < 60; index++) expect(spent.filter((token) => token === `r${index}+`)).toHaveLength(1)
})

test('a pending intent is settled when the network comes back, however much life its tokens have left', async () => {
  const running = await plantedSession(many(1), { after: 59.5 * minute })
  const { network, pass, settle } = running
  network.answer = () => new Promise(() => undefined)
  await settle()
  expect(network.spent).toEqual(['r0'])
  running.clock.jump(-30 * minute)
  network.answer = lost
  await running.restart('killed')
  await pass(2 * minute)
  const before = network.spent.length
  expect(before).toBeGreaterThan(1)
  network.answer = rotated
  await pass(6 * minute)
  expect(network.spent.slice(before)).toEqual(['r0'])
  expect(await running.view()).toMatchObject({ status: 'active', distressed: false })
})

test('a clock that was set back by hours changes nothing about when tokens are refreshed', async () => {
  const { network, pass, clock } = await plantedSession(many(5))
  await pass(30 * minute)
  clock.jump(-5 * hour)
  await pass(29.5 * minute)
  expect(new Set(network.spent).size).toBe(5)
})

test('tokens that came before the clock was set back are not believed to be fresh by the next start', async () => {
  const running = await plantedSession(many(3), { after: 59.5 * minute })
  const { network, settle, clock } = running
  await settle()
  expect(network.spent).toHaveLength(3)
  clock.jump(-30 * minute)
  await running.restart()
  await settle()
  expect(network.spent.slice(3).sort()).toEqual(['r0+', 'r1+', 'r2+'])
})

test.each([
  ['a sleep or a clock set forward', 24 * hour],
  ['a clock set back', -24 * hour],
])('after %s, each is refreshed once, five at a time', async (_, by) => {
  const { network, pass, clock, views } = await plantedSession(many(100), { after: 10 * minute })
  await pass(minute)
  clock.jump(by)
  await pass(10 * minute)
  expect(network.most).toBeLessThanOrEqual(5)
  expect(network.spent.length).toBe(by > 0 ? 100 : 0)
  expect((await views()).every(({ status }) => status === 'active')).toBe(true)
})

test.each([
  ['needs_reauth', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
  ['error', () => Response.json({ error: 'invalid_client' }, { status: 401 })],
])('nothing is sent any more for a connection in %s', async (status, answer) => {
  const { network, pass, view, use } = await plantedSession(many(1), { after: 59.5 * minute })
  network.answer = answer
  await pass(minute)
  expect(await view()).toMatchObject({ status })
  network.answer = rotated
  await pass(hour)
  await expect(use()).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  expect(network.spent).toEqual(['r0'])
})

test('a lock ends it: no timer is left, and nothing is sent', async () => {
  const { network, session, clock, pass } = await plantedSession(many(3), { after: 30 * minute })
  await session.close()
  expect(clock.nextTimer()).toBeUndefined()
  await pass(hour)
  expect(network.asked).toEqual([])
})

test('nothing that waited for its turn is sent once the vault is being locked', async () => {
  const { network, session, settle } = await plantedSession(many(12), { after: 59.5 * minute })
  const go = deferred()
  network.answer = async (request) => {
    await go.promise
    return rotated(request)
  }
  await settle()
  expect(network.asked).toHaveLength(5)
  const closing = session.close()
  await settle()
  go.resolve()
  await closing
  await settle()
  expect(network.asked).toHaveLength(5)
})

test('back-off grows to five minutes and no further, anywhere below its bound', async () => {
  const { network, pass, clock } = await plantedSession(many(1), { after: 59.5 * minute, random: () => 0.99 })
  const at: number[] = []
  network.answer = () => {
    at.push(clock.monotonic())
    return bare(503)
  }
  await pass(3 * hour)
  const waits = at.slice(1).map((moment, index) => moment - (at[index] ?? 0))
  expect(Math.max(...waits)).toBeLessThanOrEqual(5 * minute + 38_000)
  expect(waits.at(-1)).toBeGreaterThan(4 * minute)
  expect(waits[0]).toBeLessThan(minute)
})

test('a lifetime that no calendar has a date for costs no token', async () => {
  const { network, pass, view, use } = await plantedSession(many(1), { after: 59.5 * minute })
  network.answer = () => tokens({ access_token: 'forever', refresh_token: 'next', expires_in: Number.MAX_SAFE_INTEGER })
  await pass(minute)
  expect(network.spent).toEqual(['r0'])
  expect(await view()).toMatchObject({ status: 'active', distressed: false })
  expect(await use()).toBe('Bearer forever')
})
