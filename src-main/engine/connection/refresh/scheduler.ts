import { EngineError } from '../../error'
import type { Row } from '../../vault/store'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { BackOff } from './back-off'
import { aheadMs } from './due'
import { laneOfRow } from './lane'
import type { Refresher } from './refresher'
import { Turns } from './turns'

const EVERY_MS = 30_000
/** Between two looks at what is due, however soon a provider in trouble may be asked again. */
const PACE_MS = 1000
/** More than any connection is refreshed ahead of its end. */
const HORIZON_MS = 6 * 60_000

/**
 * Refreshes ahead of time what would be due soon, a few at a time for each provider, and first what has a pending intent.
 * A provider in trouble is left alone for a while, longer each time.
 */
export class RefreshScheduler {
  private readonly troubled: BackOff
  /** Nothing could be refreshed about these, as they were authorized then. */
  private readonly futile = new Map<string, unknown>()
  private readonly turns = new Turns((lane, id) => this.begin(lane, id))
  /** Monotonic; when it looks again. */
  private nextAt = Number.POSITIVE_INFINITY
  private cancel = () => {}

  constructor(
    private readonly deps: Dependencies,
    private readonly refresher: Refresher,
  ) {
    this.troubled = new BackOff(deps.clock, deps.random)
  }

  start(): void {
    this.refresher.deadlines.readAll(this.deps.vault)
    this.tick()
  }

  stop(): void {
    this.turns.clear()
    this.cancel()
    // So that nothing that ends from now on makes it look again.
    this.nextAt = Number.NEGATIVE_INFINITY
  }

  private readonly tick = (): void => {
    this.nextAt = Number.POSITIVE_INFINITY
    for (const row of this.soon()) {
      const lane = this.isDue(row) ? laneOfRow(this.deps.providers, row) : undefined
      if (lane !== undefined) this.turns.add(lane, String(row.id))
    }
    this.turns.start()
    this.tickWithin(EVERY_MS * (0.75 + this.deps.random() / 2))
  }

  private tickWithin(milliseconds: number): void {
    const { clock } = this.deps
    const at = clock.monotonic() + milliseconds
    if (at >= this.nextAt) return
    this.cancel()
    this.nextAt = at
    this.cancel = clock.after(milliseconds, this.tick)
  }

  /** Whatever may be due: by the wall clock, and by passed time where the wall clock was set back. */
  private soon(): Row[] {
    const { vault, clock } = this.deps
    // Each half by an index of its own: with OR between them SQLite reads every connection.
    const rows = vault.store.all(
      `SELECT id, type, details, authorized_at, last_refresh_at, expires_at, refresh_intent FROM connection
       WHERE n IN (
         SELECT n FROM connection WHERE status = 'active' AND expires_at < ?
         UNION ALL SELECT n FROM connection WHERE status = 'active' AND refresh_intent IS NOT NULL
       ) ORDER BY refresh_intent IS NULL, expires_at`,
      [clock.now() + HORIZON_MS],
    )
    const listed = new Set(rows.map(({ id }) => id))
    const hidden = this.refresher.deadlines.nearerThan(HORIZON_MS).filter((id) => !listed.has(id))
    return [...rows, ...hidden.map((id) => findRow(vault, id)).filter((row) => row !== undefined)]
  }

  private isDue(row: Row): boolean {
    if (row.refresh_intent !== null) return true
    return this.refresher.deadlines.leftMs(row) < aheadMs(row) && this.futile.get(String(row.id)) !== row.authorized_at
  }

  private begin(lane: string, id: string): Promise<void> | undefined {
    if (this.troubled.waiting(lane) || this.refresher.backOff.waiting(id)) return undefined
    const row = findRow(this.deps.vault, id)
    // Whoever used it meanwhile may have refreshed it.
    return row?.status === 'active' && this.isDue(row) ? this.refresh(lane, row) : undefined
  }

  /** Never rejects: what a failure comes to was written down, and it is tried again. */
  private async refresh(lane: string, row: Row): Promise<void> {
    const id = String(row.id)
    try {
      await this.refresher.refresh(id, { margin: aheadMs(row) })
      this.troubled.succeed(lane)
      const after = findRow(this.deps.vault, id)
      if (after?.status === 'active' && after.last_refresh_at === row.last_refresh_at) this.futile.set(id, row.authorized_at)
    } catch (error) {
      if (error instanceof EngineError) {
        const wait = this.troubled.fail(lane, error.code, error.data.retryAfterSeconds)
        this.tickWithin(Math.max(wait, PACE_MS))
      } else this.deps.logger.error('a refresh ended unexpectedly', { connectionId: id, reason: reasonOf(error) })
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
