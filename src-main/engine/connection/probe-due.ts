import type { Row } from '../vault/store'

/** How often a provider is asked about a connection where its events do not reach us. */
export const PROBE_EVERY_MS = 15 * 60_000
/** The same where they do: for what an event that was lost would have said. */
const RARELY_MS = 24 * 3_600_000

/** The last time in this session that a provider answered about a connection. */
export interface LastProbe {
  /** Monotonic. */
  at: number
  /** In [0, 1): so that connections which were asked about together do not stay together. */
  jitter: number
}

export interface ProbeTime {
  /** Milliseconds since the epoch. */
  now: number
  monotonic: number
  /** The provider's signed events reach this machine. */
  eventsArrive: boolean
}

/**
 * Whether it is time to ask about a connection. What was not asked about since the vault was unlocked is, unless it was
 * authorized, refreshed or tested just before: that was the provider's word, too. The time of its last use is not, because a
 * secret that was handed out need not have been accepted. Pure.
 */
export function isProbeDue(row: Row, last: LastProbe | undefined, { now, monotonic, eventsArrive }: ProbeTime): boolean {
  const every = eventsArrive ? RARELY_MS : PROBE_EVERY_MS
  if (last !== undefined && monotonic - last.at < every * (0.75 + last.jitter / 2)) return false
  const heardAt = [row.authorized_at, row.last_refresh_at, row.last_test_result === 'success' ? row.last_test_at : null]
  // A time to come is of a clock that was set back since: it says nothing.
  return !heardAt.some((at) => typeof at === 'number' && at <= now && now - at < PROBE_EVERY_MS)
}
