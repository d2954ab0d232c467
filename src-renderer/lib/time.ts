import { timeWords } from '../../src-shared/words/en/time'

const steps: [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [7 * 86_400, 86_400, 'day'],
  [30 * 86_400, 7 * 86_400, 'week'],
  [365 * 86_400, 30 * 86_400, 'month'],
  [Number.POSITIVE_INFINITY, 365 * 86_400, 'year'],
]

/** "just now", "5 minutes ago", "in 2 hours": rounded down, so that nothing looks older than it is. */
export function relativeTime(iso: string, now: number): string {
  const seconds = (Date.parse(iso) - now) / 1000
  const distance = Math.abs(seconds)
  if (Number.isNaN(distance)) return timeWords.unknown
  if (distance < 60) return seconds > 5 ? timeWords.inLessThanAMinute : timeWords.justNow
  for (const [limit, size, unit] of steps) {
    if (distance < limit) return timeWords.relative(Math.trunc(seconds / size), unit)
  }
  return timeWords.unknown
}

/** "Saturday, 21 November 2026 at 09:30:05 UTC" in the person's own zone. */
export function absoluteTime(iso: string, timeZone?: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return timeWords.unknown
  return timeWords.absolute(date, timeZone)
}

/** "9:05" until a moment; "0:00" once it is past. */
export function countdown(untilIso: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(untilIso) - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
