import type { Clock } from '../port'

/** What a call may have to wait for work beside it, a quarter of a frame. */
export const TURN_MS = 4

/** Splits long work, so that calls are answered in between. */
export class Turns {
  private since: number

  constructor(
    private readonly clock: Pick<Clock, 'monotonic'>,
    private readonly turnMs = TURN_MS,
  ) {
    this.since = clock.monotonic()
  }

  /** Whether a pause is due. */
  get isOver(): boolean {
    return this.clock.monotonic() - this.since >= this.turnMs
  }

  /** Resolves at once while the turn is short, and otherwise after everything else that waits for the thread. */
  async pause(): Promise<void> {
    if (!this.isOver) return
    // The first may come before the timers and messages that wait: it runs at the end of the round that this is in.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    this.since = this.clock.monotonic()
  }
}
