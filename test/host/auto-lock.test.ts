import { expect, test } from 'vitest'
import { AutoLock } from '../../src-main/host/auto-lock'
import { defaultSettings } from '../../src-shared/domain/default-settings'
import { FakeClock } from '../fakes/clock'

type Rules = Partial<ReturnType<typeof defaultSettings>>

/** An open vault whose locking is counted. */
function open(rules: Rules) {
  const clock = new FakeClock()
  const locks: number[] = []
  const auto = new AutoLock(clock, () => {
    locks.push(clock.monotonic())
    auto.closed()
  })
  auto.opened()
  auto.follow({ ...defaultSettings({ kind: 'serve', demo: false }), ...rules })
  return { auto, clock, locks }
}

const minutes = (count: number) => count * 60_000

test('a vault that nobody uses locks when the minutes are over, and not before', () => {
  const { clock, locks } = open({ autoLockMinutes: 5 })
  clock.advance(minutes(5) - 1)
  expect(locks).toEqual([])
  clock.advance(1)
  expect(locks).toHaveLength(1)
})

test('whoever is there puts it off, from the moment of being there', () => {
  const { auto, clock, locks } = open({ autoLockMinutes: 1 })
  clock.advance(50_000)
  auto.present(20)
  clock.advance(39_999)
  expect(locks).toEqual([])
  clock.advance(1)
  expect(locks).toHaveLength(1)
})

test('news of somebody who was there earlier takes nothing back', () => {
  const { auto, clock, locks } = open({ autoLockMinutes: 1 })
  auto.present(3600)
  clock.advance(59_999)
  expect(locks).toEqual([])
})

test('never means never', () => {
  const { clock, locks } = open({ autoLockMinutes: null })
  clock.advance(minutes(100_000))
  expect(locks).toEqual([])
  expect(clock.nextTimer()).toBeUndefined()
})

test('a changed setting counts from the last time that somebody was there', () => {
  const { auto, clock, locks } = open({ autoLockMinutes: null })
  clock.advance(minutes(3))
  auto.follow({ ...defaultSettings({ kind: 'serve', demo: false }), autoLockMinutes: 1 })
  expect(locks).toHaveLength(1)
})

test('a computer that slept locks soon after it wakes, though its timers stood still', () => {
  const { clock, locks } = open({ autoLockMinutes: 60 })
  clock.jump(minutes(120))
  clock.advance(15_000)
  expect(locks).toHaveLength(1)
})

test('a clock that is set back puts nothing off', () => {
  const { clock, locks } = open({ autoLockMinutes: 1 })
  clock.jump(-minutes(600))
  clock.advance(60_000)
  expect(locks).toHaveLength(1)
})

test('until it is known what the owner decided, the vault does not stay open', () => {
  const clock = new FakeClock()
  let locks = 0
  const auto = new AutoLock(clock, () => locks++)
  auto.opened()
  clock.advance(minutes(15))
  expect(locks).toBeGreaterThan(0)
})

test('a locked vault is not locked again', () => {
  const { auto, clock, locks } = open({ autoLockMinutes: 1 })
  auto.closed()
  auto.happened({ kind: 'sleep' })
  auto.present()
  clock.advance(minutes(10))
  expect(locks).toEqual([])
})

test.each(['screen_locked', 'sleep', 'wake'] as const)(
  '%s while the vault is being opened locks it as soon as it is open',
  (kind) => {
    for (const wanted of [true, false]) {
      const { auto, locks } = open({})
      auto.closed()
      auto.opening()
      auto.happened({ kind })
      auto.opened()
      auto.follow({ ...defaultSettings({ kind: 'serve', demo: false }), lockOnScreenLock: wanted, lockOnSleep: wanted })
      expect(locks).toHaveLength(wanted ? 1 : 0)
    }
  },
)

test('what happened before the vault was asked to open, or another time, keeps it from nothing', () => {
  const { auto, locks } = open({})
  const rules = { ...defaultSettings({ kind: 'serve', demo: false }), lockOnScreenLock: true }
  auto.closed()
  auto.happened({ kind: 'screen_locked' })
  auto.opening()
  auto.opened()
  auto.follow(rules)
  auto.follow(rules)
  expect(locks).toEqual([])
})

test.each(['screen_locked', 'sleep', 'wake'] as const)('%s locks where the owner wants that', (kind) => {
  for (const wanted of [true, false]) {
    const { auto, locks } = open({ lockOnScreenLock: wanted, lockOnSleep: wanted })
    auto.happened({ kind })
    expect(locks).toHaveLength(wanted ? 1 : 0)
  }
})
