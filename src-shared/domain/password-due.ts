const HOUR_MS = 3_600_000
/** A clock that is put right, or a journey with a wrongly set one, moves it by less. */
const FORGIVEN_BACK_MS = 24 * HOUR_MS

/**
 * Whether the password is asked for although the device could unlock: `everyHours` after it (or the recovery code) last did,
 * and not at all where that is null. Times in milliseconds since the epoch.
 *
 * A clock that stands before that moment says nothing about how long ago it was: up
 * to a day is forgiven as a correction, and counts as no time at all; more is due, so that a clock set back buys no second period.
 */
export function isPasswordDue(now: number, last: number, everyHours: number | null): boolean {
  if (everyHours === null) return false
  const passed = now - last
  return passed < 0 ? -passed > FORGIVEN_BACK_MS : passed >= everyHours * HOUR_MS
}
