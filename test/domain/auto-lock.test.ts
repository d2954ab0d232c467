import { describe, expect, test } from 'vitest'
import { locksAt, secondsUntilLock } from '../../src-shared/domain/auto-lock'

const rules = { autoLockMinutes: null, lockOnScreenLock: false, lockOnSleep: false }

describe('nobody there', () => {
  test.each([
    [1, 59, false],
    [1, 60, true],
    [1, 3600, true],
    [5, 0, false],
    [5, 299.9, false],
    [5, 300, true],
    [15, 899, false],
    [15, 900, true],
    [60, 3599, false],
    [60, 3600, true],
    [null, 3600, false],
    [null, Number.MAX_SAFE_INTEGER, false],
  ] as const)('after %s minutes: %d seconds away locks: %s', (autoLockMinutes, seconds, expected) => {
    expect(locksAt({ ...rules, autoLockMinutes }, { kind: 'away', seconds })).toBe(expected)
  })

  test.each([1, 5, 15, 60] as const)('%d minutes are as many times sixty seconds', (autoLockMinutes) => {
    expect(secondsUntilLock({ autoLockMinutes })).toBe(autoLockMinutes * 60)
  })
})

describe('what the computer does', () => {
  test.each([
    ['screen_locked', { lockOnScreenLock: true }, true],
    ['screen_locked', { lockOnScreenLock: false }, false],
    ['screen_locked', { lockOnSleep: true }, false],
    ['sleep', { lockOnSleep: true }, true],
    ['sleep', { lockOnSleep: false }, false],
    ['sleep', { lockOnScreenLock: true }, false],
    ['wake', { lockOnSleep: true }, true],
    ['wake', { lockOnSleep: false }, false],
    ['wake', { lockOnScreenLock: true }, false],
  ] as const)('%s with %o locks: %s', (kind, chosen, expected) => {
    // However short the time for an idle computer is: the two are told apart.
    expect(locksAt({ ...rules, autoLockMinutes: 1, ...chosen }, { kind })).toBe(expected)
  })
})
