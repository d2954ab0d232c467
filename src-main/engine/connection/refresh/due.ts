import type { Clock } from '../../port'
import type { Row } from '../../vault/store'
import type { Vault } from '../../vault/vault'
import type { VaultEvent } from '../../vault/vault-event'
import { PassedTime } from './passed-time'

const MARGIN_MS = 60_000
/** How much earlier than it must a refresh may come, so that many that are due together are not all sent together. */
const MOST_AHEAD_MS = 5 * 60_000

/** Less than this left, and a token is refreshed before use; of short-lived ones half their life, or they would always be. */
export const marginMs = (row: Row): number => Math.min(MARGIN_MS, lifetimeMs(row) / 2)

/** The same, ahead of time: some part of the last third of its life, always the same one for a connection. */
export const aheadMs = (row: Row): number =>
  marginMs(row) + fractionOf(String(row.id)) * Math.min(MOST_AHEAD_MS, lifetimeMs(row) / 3)

/**
 * Since the last refresh, if any: an authorization that looks later may have come before it, when the clock was not set back
 * yet. Where it did come later, this is too long, and a short-lived token is refreshed early, once.
 */
function lifetimeMs(row: Row): number {
  const end = Number(row.expires_at ?? Number.POSITIVE_INFINITY)
  const sinceRefresh = typeof row.last_refresh_at === 'number' ? end - row.last_refresh_at : 0
  const lifetime = sinceRefresh > 0 ? sinceRefresh : end - Number(row.authorized_at)
  return lifetime > 0 ? lifetime : Number.POSITIVE_INFINITY
}

/** When it was given tokens, by the wall clock of then. */
const timesGiven = (row: Row): number[] =>
  [row.authorized_at, row.last_refresh_at].filter((at): at is number => typeof at === 'number')

/** From the random end of its id: in [0, 1). */
const fractionOf = (id: string): number => Number.parseInt(id.slice(-4), 36) / 36 ** 4 || 0

/**
 * When tokens end in passed time. Wall-clock time alone would keep a dead token for fresh after the clock was set back. Either
 * says it is due.
 */
export class Deadlines {
  private readonly byId = new Map<string, { expiresAt: number; endsAt: number }>()
  private readonly passed: PassedTime

  constructor(private readonly clock: Clock) {
    this.passed = new PassedTime(clock)
  }

  /**
   * What the vault holds when it is opened. For that moment the wall clock is believed, unless tokens came in what it takes
   * for the future: then it was set back, nobody knows how much time went by, and they are due.
   */
  readAll({ store }: Vault): void {
    const rows = store.all(
      `SELECT id, expires_at, authorized_at, last_refresh_at FROM connection
       WHERE status = 'active' AND expires_at IS NOT NULL`,
    )
    for (const row of rows) {
      const isFromFuture = Math.max(...timesGiven(row)) > this.clock.now() + MARGIN_MS
      this.note(String(row.id), Number(row.expires_at), isFromFuture ? 0 : undefined)
    }
  }

  /** Follows what happens to connections while it is open. */
  heard(event: VaultEvent): void {
    const { kind, record, data } = event
    const isEnded = kind === 'connection.removed' || kind === 'connection.withdrawn'
    if (isEnded || ('moved' in data && data.moved !== null && data.moved.status !== 'active')) this.byId.delete(record)
    if (kind === 'connection.refreshed' && !data.complete) return
    if (kind !== 'connection.added' && kind !== 'connection.reconnected' && kind !== 'connection.refreshed') return
    if (data.expiresAt === null) this.byId.delete(record)
    else this.note(record, Date.parse(data.expiresAt))
  }

  /** Milliseconds that the tokens are still good for; infinite where they do not expire. */
  leftMs(row: Row): number {
    if (typeof row.expires_at !== 'number') return Number.POSITIVE_INFINITY
    const known = this.byId.get(String(row.id))
    const byWall = row.expires_at - this.clock.now()
    return known?.expiresAt === row.expires_at ? Math.min(byWall, known.endsAt - this.passed.now()) : byWall
  }

  private note(id: string, expiresAt: number, left = expiresAt - this.clock.now()): void {
    this.byId.set(id, { expiresAt, endsAt: this.passed.now() + left })
  }

  /** Ids whose end is nearer than that, whatever the wall clock says. */
  nearerThan(milliseconds: number): string[] {
    const end = this.passed.now() + milliseconds
    return [...this.byId].filter(([, { endsAt }]) => endsAt < end).map(([id]) => id)
  }
}
