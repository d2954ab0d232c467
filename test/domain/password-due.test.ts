import { expect, test } from 'vitest'
import { isPasswordDue } from '../../src-shared/domain/password-due'

const hour = 3_600_000
const last = Date.parse('2026-11-21T09:00:00.000Z')

test.each([
  ['at once', 0, 4, false],
  ['just before the period ends', 4 * hour - 1, 4, false],
  ['when the period ends', 4 * hour, 4, true],
  ['years later', 100_000 * hour, 336, true],
  ['years later, where it is never asked for', 100_000 * hour, null, false],
  ['with the clock a minute back', -60_000, 4, false],
  ['with the clock a day back', -24 * hour, 4, false],
  ['with the clock more than a day back', -24 * hour - 1, 336, true],
  ['with the clock years back, where it is never asked for', -100_000 * hour, null, false],
])('%s', (_, passed, everyHours, due) => {
  expect(isPasswordDue(last + passed, last, everyHours)).toBe(due)
})
