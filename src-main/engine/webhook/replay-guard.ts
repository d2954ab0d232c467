import type { Clock } from '../port'
import type { SignedFacts } from './signature'

/** Milliseconds. */
const WINDOW = 5 * 60_000

/**
 * Takes each delivery once, and none that is over five minutes off. Ids are remembered in memory for as long as their
 * timestamp could be taken, so what was signed before this guard began is not taken either: an earlier one may have had it.
 */
export class ReplayGuard {
  private readonly seen = new Map<string, number>()
  private readonly since: number

  constructor(private readonly clock: Clock) {
    this.since = Math.floor(clock.now() / 1000)
  }

  /** @param source whose delivery it is: ids are unique for their sender alone */
  takes(source: string, { id, timestamp }: SignedFacts): boolean {
    const isFresh = timestamp >= this.since && Math.abs(this.clock.now() - timestamp * 1000) <= WINDOW
    const key = `${source}:${id}`
    this.forgetOld()
    if (!isFresh || this.seen.has(key)) return false
    this.seen.set(key, this.clock.monotonic())
    return true
  }

  /** One that came five minutes early is fresh for ten. */
  private forgetOld(): void {
    const oldest = this.clock.monotonic() - 2 * WINDOW - 1000
    for (const [key, at] of this.seen) {
      if (at >= oldest) return // maps keep the order of insertion: the rest is younger
      this.seen.delete(key)
    }
  }
}
