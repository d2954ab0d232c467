import { expect, test } from 'vitest'
import { deferred } from '../../../fakes/deferred'
import { plantedSession } from './planted-session'
import { bare, lost, refused, rotated, type TokenNetwork } from './token-network'

const minute = 60_000
const soon = { after: 59.5 * minute }
const one = [{ token: 'token-1' }]

/** When each request came, in milliseconds after the first. */
function times({ network, clock }: { network: TokenNetwork; clock: { monotonic(): number } }, answer: TokenNetwork['answer']) {
  const at: number[] = []
  network.answer = (request) => {
    at.push(clock.monotonic())
    return answer(request)
  }
  return () => at.map((moment) => moment - (at[0] ?? 0))
}

test('after a lost answer the same token is sent again at once, then after 1, 3 and 8 seconds', async () => {
  const running = await plantedSession(one, soon)
  const at = times(running, lost)
  await running.pass(12_500)
  expect(at()).toEqual([0, 0, 1000, 4000, 12_000])
  expect(new Set(running.network.spent)).toEqual(new Set(['token-1']))
  expect(await running.view()).toMatchObject({ status: 'active', distressed: true, refreshFailureCount: 1 })
})

test('an answer to one of those retries is as good as the first, and takes the distress away', async () => {
  const { network, pass, view, use } = await plantedSession(one, soon)
  network.answer = lost
  await pass(15_000)
  expect(await view()).toMatchObject({ distressed: true, refreshFailureCount: 1 })
  network.answer = rotated
  await pass(minute)
  expect(await view()).toMatchObject({ status: 'active', distressed: false, refreshFailureCount: 0 })
  expect(await use()).toBe('Bearer access of token-1+')
})

test.each([
  ['nothing lost before', [() => refused('invalid_grant')], 'needs_reauth', 'invalid_grant'],
  ['an answer lost before', [lost, () => refused('invalid_grant')], 'needs_reauth', 'refresh_outcome_unknown'],
  ['a provider in trouble before', [() => bare(502), () => refused('invalid_grant')], 'needs_reauth', 'refresh_outcome_unknown'],
  ['a provider that was busy before', [() => bare(429), () => refused('invalid_grant')], 'needs_reauth', 'invalid_grant'],
  ['a bare 401', [() => bare(401)], 'needs_reauth', 'invalid_grant'],
  ['a bare 403', [() => bare(403)], 'needs_reauth', 'invalid_grant'],
  ['invalid_client', [() => refused('invalid_client', 401)], 'error', 'refresh_failed'],
  ['unauthorized_client', [() => refused('unauthorized_client')], 'error', 'refresh_failed'],
  ['an answer that is none', [() => new Response('<html>')], 'error', 'refresh_failed'],
  ['a request that the server gave up on', [() => bare(408), rotated], 'active', 'authorized'],
])('%s: %#', async (_, answers, status, statusReason) => {
  const { network, pass, view } = await plantedSession(one, soon)
  const left = [...answers]
  network.answer = (request) => ((left.length > 1 ? left.shift() : left[0]) ?? rotated)(request)
  await pass(3 * minute)
  expect(await view()).toMatchObject({ status, statusReason })
})

test('no token leaves before its intent is on the disk', async () => {
  const { network, files, settle, pass } = await plantedSession(one, { after: 30 * minute })
  const disk = deferred()
  files.beforeSync = () => disk.promise
  await pass(29.5 * minute)
  expect(network.asked).toEqual([])
  disk.resolve()
  await settle()
  expect(network.spent).toEqual(['token-1'])
})

test('a disk that fails at the intent keeps the token here', async () => {
  const { network, files, pass, use } = await plantedSession(one, { after: 30 * minute })
  files.failWhen = (operation) => operation === 'sync'
  await pass(31 * minute)
  await expect(use()).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(network.asked).toEqual([])
})

test('nobody uses new tokens before they are on the disk', async () => {
  const { network, files, settle, use, clock } = await plantedSession(one, { after: 30 * minute })
  const disk = deferred()
  network.answer = (request) => {
    files.beforeSync = () => disk.promise
    return rotated(request)
  }
  clock.jump(30 * minute)
  const used: (string | undefined)[] = []
  const using = use().then((token) => used.push(token))
  await settle()
  expect(network.spent).toEqual(['token-1'])
  expect(used).toEqual([])
  disk.resolve()
  await using
  expect(used).toEqual(['Bearer access of token-1+'])
})

test('new tokens that the disk did not take are asked for again after the next start, with the token it has', async () => {
  const running = await plantedSession(one, soon)
  const { network, settle, files } = running
  network.answer = (request) => {
    files.failWhen = (operation) => operation === 'write'
    return rotated(request)
  }
  await settle()
  expect(network.spent).toEqual(['token-1'])
  files.failWhen = undefined
  network.answer = rotated
  await running.restart()
  expect(await running.use()).toBe('Bearer access of token-1+')
  expect(network.spent).toEqual(['token-1', 'token-1'])
})

test('a pending intent that is found at a start is settled before anybody gets a token', async () => {
  const running = await plantedSession(one, { after: 54.5 * minute })
  const { network, pass, clock } = running
  network.answer = () => new Promise(() => undefined)
  await pass(5 * minute)
  expect(network.spent).toEqual(['token-1'])
  clock.jump(-30 * minute)
  const go = deferred()
  network.answer = async (request) => {
    await go.promise
    return rotated(request)
  }
  await running.restart('killed')
  const used: (string | undefined)[] = []
  const using = running.use().then((token) => used.push(token))
  await running.settle()
  expect(used).toEqual([])
  go.resolve()
  await using
  expect(used).toEqual(['Bearer access of token-1+'])
  expect(network.spent).toEqual(['token-1', 'token-1'])
})

test('a pending intent whose token was taken says so honestly', async () => {
  const running = await plantedSession(one, soon)
  running.network.answer = () => new Promise(() => undefined)
  await running.settle()
  running.network.answer = () => refused('invalid_grant')
  await running.restart('killed')
  await running.settle()
  expect(await running.view()).toMatchObject({ status: 'needs_reauth', statusReason: 'refresh_outcome_unknown' })
})
