import { expect, test } from 'vitest'
import { aheadMs, marginMs } from '../../../../src-main/engine/connection/refresh/due'

const minute = 60_000
const row = (expiresAt: number | null, authorizedAt: number, lastRefreshAt: number | null = null) => ({
  id: 'cred_01HZZZZZZZZZZZZZZZZZZZZZZZ',
  expires_at: expiresAt,
  authorized_at: authorizedAt,
  last_refresh_at: lastRefreshAt,
})

test('a minute is left of a token that is replaced before use, and half its life of a short one', () => {
  expect(marginMs(row(60 * minute, 0))).toBe(minute)
  expect(marginMs(row(minute, 0))).toBe(minute / 2)
  expect(marginMs(row(null, 0))).toBe(minute)
})

test('the life of a refreshed token is counted from its refresh, however long ago it was authorized', () => {
  expect(marginMs(row(1000 * minute, 0, 999 * minute))).toBe(minute / 2)
})

test.each([
  ['a little before its end', 60 * minute - 500],
  ['after its end', 90 * minute],
])('a clock that was set back, so that it looks authorized %s, shortens no margin', (_, authorizedAt) => {
  expect(marginMs(row(60 * minute, authorizedAt, 0))).toBe(minute)
  expect(aheadMs(row(60 * minute, authorizedAt, 0))).toBeGreaterThanOrEqual(minute)
})
