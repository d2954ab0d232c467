import { expect, test } from 'vitest'
import { retryAfter } from '../../../src-main/engine/oauth/retry-after'

const now = Date.parse('2026-10-21T07:00:00Z')
const at = (headers: Record<string, string>) => retryAfter(new Headers(headers), now)

test.for([
  ['120', 120],
  ['0', 0],
  ['99999999999', 999_999],
  ['Wed, 21 Oct 2026 07:01:30 GMT', 90],
  ['Wed, 21 Oct 2026 06:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['2026-10-21T07:01:30Z', undefined],
  ['Wed, 99 Oct 2026 07:01:30 GMT', undefined],
  ['', undefined],
] as const)('Retry-After %j asks for %j seconds', ([value, seconds]) => {
  expect(at({ 'retry-after': value })).toBe(seconds)
})

test("a date is read by the server's own clock, however wrong the one here is", () => {
  expect(at({ 'retry-after': 'Wed, 21 Oct 2026 11:00:20 GMT', date: 'Wed, 21 Oct 2026 11:00:00 GMT' })).toBe(20)
})
