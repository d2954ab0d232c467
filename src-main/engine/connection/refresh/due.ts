import type { Clock } from '../../port'
import type { Row } from '../../vault/store'

const MARGIN_MS = 60_000
/** How much earlier than it must a refresh may come, so that many that are due together are not all sent together. */
const MOST_AHEAD_MS = 5 * 60_000

/** Less than this left, and a token is refreshed before use; of short-lived ones half their life, or they would always be. */
export const marginMs = (row: Row): number => Math.min(MARGIN_MS, lifetimeMs(row) / 2)

/** The same, ahead of time: some part of the last third of its life, always the same one for a connection. */
export const aheadMs = (row: Row): number =>
  marginMs(row) + fractionOf(String(row.id)) * Math.min(MOST_AHEAD_MS, lifetimeMs(row) / 3)

function lifetimeMs(row: Row): number {
  const since = Math.max(Number(row.authorized_at), Number(row.last_refresh_at ?? 0))
  return typeof row.expires_at === 'number' ? Math.max(0, row.expires_at - since) : Number.POSITIVE_INFINITY
}

/** From the random end of its id: in [0, 1). */
const fractionOf = (id: string): number => Number.parseInt(id.slice(-4), 36) / 36 ** 4 || 0

/**
 * When tokens that came while this session ran end, in monotonic time. Wall-clock time alone would keep a dead token for
 * fresh after the clock was set back; monotonic time alone would not see that the machine slept. Either says it is due.
 */
export class Deadlines {
  private readonly byId = new Map<string, { expiresAt: number; monotonic: number }>()

  constructor(private readonly clock: Clock) {}

  /** @param expiresAt milliseconds since the epoch, as just computed from the provider's answer */
  note(id: string, expiresAt: number | null): void {
    if (expiresAt === null) this.byId.delete(id)
    else this.byId.set(id, { expiresAt, monotonic: this.clock.monotonic() + expiresAt - this.clock.now() })
  }

  /** Milliseconds that the tokens are still good for; infinite where they do not expire. */
  leftMs(row: Row): number {
    if (typeof row.expires_at !== 'number') return Number.POSITIVE_INFINITY
    const known = this.byId.get(String(row.id))
    const byWall = row.expires_at - this.clock.now()
    return known?.expiresAt === row.expires_at ? Math.min(byWall, known.monotonic - this.clock.monotonic()) : byWall
  }

  /** Ids whose end by monotonic time is nearer than that, whatever the wall clock says. */
  nearerThan(milliseconds: number): string[] {
    const end = this.clock.monotonic() + milliseconds
    return [...this.byId].filter(([, { monotonic }]) => monotonic < end).map(([id]) => id)
  }
}
