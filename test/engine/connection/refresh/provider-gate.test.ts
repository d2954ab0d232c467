import { expect, test } from 'vitest'
import { ProviderGate } from '../../../../src-main/engine/connection/refresh/provider-gate'
import { FakeClock } from '../../../fakes/clock'
import { deferred } from '../../../fakes/deferred'

const nothing = async () => undefined

/** Work that counts how much of it runs at once, and ends when told to. */
function countedWork() {
  const state = { running: 0, most: 0, started: [] as number[] }
  const ends: (() => void)[] = []
  const work = (index: number) => async () => {
    state.started.push(index)
    state.running++
    state.most = Math.max(state.most, state.running)
    const end = deferred<void>()
    ends.push(() => end.resolve())
    await end.promise
    state.running--
  }
  return { state, work, endOne: () => ends.shift()?.() }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('a provider never has more than five requests at once, and they come in order', async () => {
  const gate = new ProviderGate(new FakeClock())
  const { state, work, endOne } = countedWork()
  const all = Promise.all(Array.from({ length: 200 }, (_, index) => gate.run('one', work(index))))
  while (state.started.length < 200 || state.running > 0) {
    await settle()
    endOne()
  }
  await all
  expect(state.most).toBe(5)
  expect(state.started).toEqual(Array.from({ length: 200 }, (_, index) => index))
})

test('work that fails gives its place back', async () => {
  const gate = new ProviderGate(new FakeClock())
  const failing = () => gate.run('one', () => Promise.reject(new RangeError('no')))
  for (let round = 0; round < 10; round++) await expect(failing()).rejects.toThrow('no')
  await expect(gate.run('one', async () => 'yes')).resolves.toBe('yes')
})

test('providers do not wait for each other', async () => {
  const gate = new ProviderGate(new FakeClock())
  const { work, endOne } = countedWork()
  const busy = Promise.all(Array.from({ length: 5 }, (_, index) => gate.run('one', work(index))))
  await expect(gate.run('another', async () => 'yes')).resolves.toBe('yes')
  for (let index = 0; index < 5; index++) endOne()
  await busy
})

test('a pause refuses whoever waits and whoever comes, says for how long, and ends by monotonic time alone', async () => {
  const clock = new FakeClock()
  const gate = new ProviderGate(clock)
  const { work, endOne } = countedWork()
  const busy = Promise.all(Array.from({ length: 5 }, (_, index) => gate.run('one', work(index))))
  const waiting = gate.run('one', nothing)
  gate.pause('one', 30)
  const paused = { code: 'PROVIDER_ERROR', data: { providerError: 'rate_limited', retryAfterSeconds: 30 } }
  await expect(waiting).rejects.toMatchObject(paused)
  await expect(gate.run('one', nothing)).rejects.toMatchObject(paused)
  clock.jump(3_600_000)
  await expect(gate.run('one', nothing)).rejects.toMatchObject(paused)
  clock.advance(30_000)
  const after = gate.run('one', nothing)
  for (let index = 0; index < 5; index++) endOne()
  await expect(Promise.all([busy, after])).resolves.toBeDefined()
})

test('a shorter pause does not end a longer one', async () => {
  const clock = new FakeClock()
  const gate = new ProviderGate(clock)
  gate.pause('one', 60)
  gate.pause('one', 1)
  clock.advance(2000)
  await expect(gate.run('one', nothing)).rejects.toMatchObject({ data: { retryAfterSeconds: 58 } })
})
