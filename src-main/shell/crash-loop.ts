/** An end this soon after the start, in milliseconds, counts as one that the next start may repeat. */
const soon = 30_000
/** That many in a row, and starting again is not the way out. */
const tooMany = 3

/** Tells an engine that died once from one that cannot live. Times are of a clock that never goes back. */
export class CrashLoop {
  private quickEnds = 0

  /** Whether, after this end, starting again by itself should stop. */
  ended(startedAt: number, now: number): boolean {
    this.quickEnds = now - startedAt < soon ? this.quickEnds + 1 : 0
    return this.quickEnds >= tooMany
  }

  /** A person said to try again. */
  reset(): void {
    this.quickEnds = 0
  }
}
