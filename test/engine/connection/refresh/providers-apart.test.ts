import { expect, test } from 'vitest'
import { type Planted, plantedSession } from './planted-session'
import { bare, lost, rotated } from './token-network'

const minute = 60_000
const many = (count: number, host: string): Planted[] =>
  Array.from({ length: count }, (_, index) => ({ token: `${host}-${index}`, host }))

test('once a provider has asked for a pause, nothing is sent that waited for its turn there', async () => {
  const { network, pass, views } = await plantedSession(many(30, 'one.example'), { after: 59.5 * minute })
  network.answer = () => bare(429, { 'retry-after': '120' })
  await pass(minute)
  expect(network.asked).toHaveLength(5)
  await pass(50_000)
  expect(network.asked).toHaveLength(5)
  network.answer = rotated
  await pass(4 * minute)
  expect(new Set(network.spent).size).toBe(30)
  expect((await views()).every(({ status, distressed }) => status === 'active' && !distressed)).toBe(true)
})

test('a provider that asks for a pause pauses no other, used or refreshed ahead of time', async () => {
  const planted = [...many(10, 'one.example'), ...many(10, 'two.example')]
  const { network, pass, use, ids } = await plantedSession(planted, { after: 50 * minute })
  network.answer = (request) => (request.host === 'one.example' ? bare(429, { 'retry-after': '3600' }) : rotated(request))
  await pass(9 * minute)
  expect(network.spent.filter((token) => token.startsWith('two')).length).toBe(10)
  expect(network.spent.filter((token) => token.startsWith('one')).length).toBeLessThanOrEqual(5)
  await pass(2 * minute)
  await expect(use(ids[0])).rejects.toMatchObject({ code: 'PROVIDER_ERROR', data: { retryAfterSeconds: expect.any(Number) } })
  expect(await use(ids[10])).toBe('Bearer access of two.example-0+')
})

test('a provider that never answers keeps no other waiting for its refreshes ahead of time', async () => {
  const planted = [...many(40, 'one.example'), ...many(10, 'two.example')]
  const { network, settle } = await plantedSession(planted, { after: 59.5 * minute })
  network.answer = (request) => (request.host === 'one.example' ? new Promise(() => undefined) : rotated(request))
  await settle()
  expect(network.spent.filter((token) => token.startsWith('two'))).toHaveLength(10)
  expect(network.most).toBe(5)
})

test('failures at the same moment lengthen the wait once, not once for each', async () => {
  const { network, pass, views } = await plantedSession(many(20, 'one.example'), { after: 59.5 * minute, random: () => 0.99 })
  network.answer = () => bare(503)
  await pass(minute)
  network.answer = rotated
  await pass(2 * minute)
  expect((await views()).filter(({ distressed }) => distressed)).toHaveLength(0)
})

test('10,000 that expire together come five at a time, and none is given up for a provider in trouble', async () => {
  const { network, pass, views } = await plantedSession(many(10_000, 'one.example'), {
    after: 59.9 * minute,
    random: Math.random,
  })
  let asked = 0
  network.answer = (request) => {
    const turn = asked++ % 400
    if (turn === 100) return bare(503)
    if (turn === 200) return bare(429)
    if (turn === 300) return bare(429, { 'retry-after': '7' })
    return turn === 399 ? lost() : rotated(request)
  }
  await pass(30 * minute)
  expect(network.most).toBe(5)
  const after = await views()
  expect(after.filter(({ status }) => status !== 'active')).toHaveLength(0)
  expect(after.filter(({ lastRefreshAt }) => lastRefreshAt === null)).toHaveLength(0)
  expect(after.filter(({ distressed }) => distressed)).toHaveLength(0)
}, 600_000)
