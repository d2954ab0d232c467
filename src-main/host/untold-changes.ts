import type { Change } from '../engine/engine'

/**
 * Changes that are on their way to whoever follows them. They go with the answer to the call that made them, for a message between
 * threads costs more than most of what is in it; without one, in the next turn of the event loop. In order, always.
 */
export class UntoldChanges {
  private untold: Change[] = []

  /** `tell` is given those that no answer took. */
  constructor(private readonly tell: (untold: readonly Change[]) => void) {}

  add(change: Change): void {
    if (this.untold.push(change) > 1) return
    setImmediate(() => {
      const untold = this.take()
      if (untold.length > 0) this.tell(untold)
    })
  }

  /** For the message that is posted now. */
  take(): readonly Change[] {
    const { untold } = this
    if (untold.length > 0) this.untold = []
    return untold
  }
}
