import type { Clock, Logger } from '../port'

const EVERY_MS = 60_000

/** Counts deliveries that were refused, and says so at most once a minute: whoever sends them must not fill a log. */
export class RefusalCount {
  private count = 0
  private saidAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  add(type: string): void {
    this.count++
    if (this.clock.monotonic() - this.saidAt < EVERY_MS) return
    this.saidAt = this.clock.monotonic()
    this.logger.info('deliveries of a provider were refused', { type, countSinceUnlock: this.count })
  }
}
