/** Crashes further apart than this have nothing to do with each other. */
const TOGETHER_MS = 60_000

/** What follows a crash of the page, of the first, second and further one within a minute. */
const steps = ['reload', 'tell', 'give_up'] as const

/**
 * Decides what follows a crash: the page is loaded again; then a page that does nothing says what happened; and when even that one
 * crashes, there is no window to be had, and going on would only spin.
 */
export class CrashHistory {
  private times: number[] = []

  /** @param now milliseconds of a clock that is never set back */
  crashed(now: number): (typeof steps)[number] {
    this.times = [...this.times.filter((time) => now - time < TOGETHER_MS), now]
    return steps[this.times.length - 1] ?? 'give_up'
  }
}
