import { EngineError } from '../../error'
import type { Row } from '../../vault/store'
import { findRow } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { BackOff } from './back-off'
import { aheadMs } from './due'
import type { Refresher } from './refresher'

const EVERY_MS = 30_000
/** More than any connection is refreshed ahead of its end. */
const HORIZON_MS = 6 * 60_000
/** Begun at once in all; the gate has the limit of each provider. */
const AT_ONCE = 20

/**
 * Refreshes ahead of time what would be due soon, a few at a time, and what was pending when the session began, first.
 * A provider in trouble is left alone for a while, longer each time.
 */
export class RefreshScheduler {
  private readonly troubled: BackOff
  /** Nothing could be refreshed about these, as they were authorized then. */
  private readonly futile = new Map<string, unknown>()
  private readonly waiting = new Set<string>()
  private running = 0
  private cancel = () => {}
  private isStopped = false

  constructor(
    private readonly deps: Dependencies,
    private readonly refresher: Refresher,
  ) {
    this.troubled = new BackOff(deps.clock, deps.random)
  }

  start(): void {
    this.refresher.deadlines.readAll(this.deps.vault)
    const pending = this.deps.vault.store.all("SELECT id FROM connection WHERE refresh_intent IS NOT NULL AND status = 'active'")
    for (const { id } of pending) this.waiting.add(String(id))
    this.tick()
  }

  stop(): void {
    this.isStopped = true
    this.waiting.clear()
    this.cancel()
  }

  private readonly tick = (): void => {
    for (const id of this.due()) this.waiting.add(id)
    this.pump()
    this.cancel = this.deps.clock.after(EVERY_MS * (0.75 + this.deps.random() / 2), this.tick)
  }

  private due(): string[] {
    const { vault, clock } = this.deps
    const rows = vault.store.all(
      `SELECT id, type, authorized_at, last_refresh_at, expires_at FROM connection
       WHERE status = 'active' AND expires_at IS NOT NULL AND expires_at < ? ORDER BY expires_at`,
      [clock.now() + HORIZON_MS],
    )
    const hidden = this.refresher.deadlines
      .nearerThan(0)
      .map((id) => findRow(vault, id))
      .filter((row) => row !== undefined)
    return [...rows, ...hidden].filter((row) => this.isDue(row)).map(({ id }) => String(id))
  }

  private isDue(row: Row): boolean {
    return this.refresher.deadlines.leftMs(row) < aheadMs(row) && this.futile.get(String(row.id)) !== row.authorized_at
  }

  private pump(): void {
    for (const id of this.waiting) {
      if (this.isStopped || this.running >= AT_ONCE) return
      this.waiting.delete(id)
      const row = findRow(this.deps.vault, id)
      if (row?.status !== 'active' || this.troubled.waiting(String(row.type)) || this.refresher.backOff.waiting(id)) continue
      this.running++
      void this.refresh(row).finally(() => {
        this.running--
        if (!this.isStopped) this.pump()
      })
    }
  }

  /** Never rejects: what a failure comes to was written down, and it is tried again. */
  private async refresh(row: Row): Promise<void> {
    const id = String(row.id)
    const type = String(row.type)
    try {
      await this.refresher.refresh(id, { margin: aheadMs(row) })
      this.troubled.succeed(type)
      const after = findRow(this.deps.vault, id)
      if (after?.status === 'active' && after.last_refresh_at === row.last_refresh_at) this.futile.set(id, row.authorized_at)
    } catch (error) {
      if (error instanceof EngineError) {
        if (error.code !== 'VAULT_LOCKED') this.troubled.fail(type, error.code, error.data.retryAfterSeconds)
      } else this.deps.logger.error('a refresh ended unexpectedly', { connectionId: id, reason: reasonOf(error) })
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
