import { expect, test } from 'vitest'
import { BackOff, backOffMs } from '../../../../src-main/engine/connection/refresh/back-off'
import { FakeClock } from '../../../fakes/clock'

test('waiting doubles with each failure, anywhere below its bound, and never passes five minutes', () => {
  expect([1, 2, 3, 4].map((failures) => backOffMs(failures, 1))).toEqual([2000, 4000, 8000, 16_000])
  expect(backOffMs(9, 1)).toBe(300_000)
  expect(backOffMs(5000, 1)).toBe(300_000)
  expect(backOffMs(9, 0)).toBe(0)
  expect(backOffMs(9, 0.25)).toBe(75_000)
})

test('what the provider asked for is waited for, however small the jitter', () => {
  const backOff = new BackOff(new FakeClock(), () => 0)
  expect(backOff.fail('one', 'http_429', 90)).toBe(90_000)
  expect(backOff.waiting('one')).toEqual({ code: 'http_429', milliseconds: 90_000 })
})

test('a clock that is set changes no waiting; time that passes does, and success ends it', () => {
  const clock = new FakeClock()
  const backOff = new BackOff(clock, () => 0.5)
  backOff.fail('one', 'http_503')
  clock.jump(86_400_000)
  expect(backOff.waiting('one')?.milliseconds).toBe(1000)
  clock.jump(-2 * 86_400_000)
  clock.advance(1000)
  expect(backOff.waiting('one')).toBeUndefined()
  expect(backOff.fail('one', 'http_503')).toBe(2000)
  backOff.succeed('one')
  expect(backOff.waiting('one')).toBeUndefined()
  expect(backOff.fail('one', 'http_503')).toBe(1000)
})
