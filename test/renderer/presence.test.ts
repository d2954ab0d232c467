import { expect, test } from 'vitest'
import { whileTouched } from '../../src-renderer/lib/presence'

function touchable() {
  const target = new EventTarget()
  const clock = { now: 0 }
  let said = 0
  whileTouched(
    target,
    () => said++,
    () => clock.now,
  )
  const touch = (sign: string) => target.dispatchEvent(new Event(sign))
  return { clock, touch, said: () => said }
}

test.each(['pointerdown', 'keydown', 'wheel'])('%s says that somebody is there', (sign) => {
  const { touch, said } = touchable()
  touch(sign)
  expect(said()).toBe(1)
})

test('whoever types all the time says so four times a minute', () => {
  const { clock, touch, said } = touchable()
  for (; clock.now < 60_000; clock.now += 100) touch('keydown')
  expect(said()).toBe(4)
})

test('a page that nobody touches says nothing', () => {
  const { touch, said } = touchable()
  for (const sign of ['pointermove', 'focus', 'visibilitychange', 'scroll']) touch(sign)
  expect(said()).toBe(0)
})
