import { expect, test } from 'vitest'
import { isProbeDue, type LastProbe } from '../../../src-main/engine/connection/probe-due'
import type { Row } from '../../../src-main/engine/vault/store'

const minute = 60_000
const now = Date.parse('2026-11-21T09:00:00.000Z')
const monotonic = 1_000_000_000
const long = now - 30 * 24 * 60 * minute

const due = (row: Row, last?: LastProbe, eventsArrive = false) =>
  isProbeDue({ authorized_at: long, ...row }, last, { now, monotonic, eventsArrive })
const asked = (minutesAgo: number, jitter: number): LastProbe => ({ at: monotonic - minutesAgo * minute, jitter })

test.each<[string, Row, boolean]>([
  ['authorized long ago', {}, true],
  ['authorized just now', { authorized_at: now - minute }, false],
  ['refreshed in the last interval', { last_refresh_at: now - 14 * minute }, false],
  ['refreshed before it', { last_refresh_at: now - 16 * minute }, true],
  ['tested well in the last interval', { last_test_at: now - minute, last_test_result: 'success' }, false],
  ['tested badly in the last interval', { last_test_at: now - minute, last_test_result: 'failure' }, true],
  ['used in the last interval, which proves nothing', { last_used_at: now - minute }, true],
  ['tested at a time to come, before the clock was set back', { last_test_at: now + minute, last_test_result: 'success' }, true],
])('what was not asked about since the unlock is due, unless the provider has just had its word: %s', (_, row, expected) => {
  expect(due(row)).toBe(expected)
})

test.each([
  [11, 0, false],
  [12, 0, true],
  [18, 0.999, false],
  [19, 0.999, true],
])('%s minutes after the last probe, with a jitter of %s, it is due: %s', (minutes, jitter, expected) => {
  expect(due({}, asked(minutes, jitter))).toBe(expected)
})

test('where events arrive, it is due about once a day', () => {
  expect(due({}, asked(60, 0), true)).toBe(false)
  expect(due({}, asked(17 * 60, 0), true)).toBe(false)
  expect(due({}, asked(19 * 60, 0), true)).toBe(true)
  expect(due({}, asked(31 * 60, 0.999), true)).toBe(true)
})

test('what was never asked about since the unlock is due once also where events arrive: some may have come while it was locked', () => {
  expect(due({}, undefined, true)).toBe(true)
})
