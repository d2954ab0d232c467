import { describe, expect, test } from 'vitest'
import { absoluteTime, countdown, relativeTime } from '../../src-renderer/lib/time'

const now = Date.parse('2026-11-21T12:00:00.000Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()

describe('relative time', () => {
  test.each([
    [0, 'just now'],
    [59, 'just now'],
    [60, '1 minute ago'],
    [3599, '59 minutes ago'],
    [3600, '1 hour ago'],
    [86_399, '23 hours ago'],
    [86_400, '1 day ago'],
    [8 * 86_400, '1 week ago'],
    [45 * 86_400, '1 month ago'],
    [800 * 86_400, '2 years ago'],
  ])('%i seconds ago reads "%s", and never older than it is', (seconds, words) => {
    expect(relativeTime(ago(seconds), now)).toBe(words)
  })

  test('a clock that runs a little ahead does not make the past look like the future', () => {
    expect(relativeTime(ago(-3), now)).toBe('just now')
  })

  test('what is to come says so', () => {
    expect(relativeTime(ago(-7200), now)).toBe('in 2 hours')
  })

  test('a time that cannot be read is not shown as a number', () => {
    expect(relativeTime('never', now)).toBe('at an unknown time')
    expect(absoluteTime('never')).toBe('at an unknown time')
  })
})

test('the absolute time names day, time and zone', () => {
  expect(absoluteTime('2026-11-21T09:30:05.000Z', 'UTC')).toMatch(/^Saturday,? 21 November 2026 at 09:30:05 UTC$/)
})

test('a countdown ends at zero and stays there', () => {
  expect(countdown(ago(-545), now)).toBe('9:05')
  expect(countdown(ago(1), now)).toBe('0:00')
})
