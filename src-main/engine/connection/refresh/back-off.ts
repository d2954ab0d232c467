import type { Clock } from '../../port'

const FIRST_MS = 1000
const MOST_MS = 5 * 60 * 1000

/**
 * Exponential with full jitter: anything between nothing and a bound that doubles, so that many who failed together do not
 * come back together. Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param failures in a row, at least 1
 * @param random in [0, 1)
 */
export const backOffMs = (failures: number, random: number): number =>
  random * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 20))

/** Who failed lately, and how long to leave them alone. In monotonic time: a clock that is set changes nothing here. */
export class BackOff {
  private readonly failed = new Map<string, { failures: number; until: number; code: string }>()

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** Answers the milliseconds to wait. Of several that were under way together, only the first lengthens the wait. */
  fail(key: string, code: string, retryAfterSeconds = 0): number {
    const waiting = this.waiting(key)
    const failures = (this.failed.get(key)?.failures ?? 0) + (waiting ? 0 : 1)
    const wait = Math.max(waiting?.milliseconds ?? backOffMs(failures, this.random()), retryAfterSeconds * 1000)
    this.failed.set(key, { failures, until: this.clock.monotonic() + wait, code })
    return wait
  }

  succeed(key: string): void {
    this.failed.delete(key)
  }

  /** Why, and for how many milliseconds, it is still left alone; undefined when it may be tried. */
  waiting(key: string): { code: string; milliseconds: number } | undefined {
    const failed = this.failed.get(key)
    const milliseconds = failed ? failed.until - this.clock.monotonic() : 0
    return failed && milliseconds > 0 ? { code: failed.code, milliseconds } : undefined
  }
}
