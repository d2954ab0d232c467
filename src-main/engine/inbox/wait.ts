import type { Clock } from '../port'

/** Time that passes unless something happens first. */
export class Wait {
  /** Ends it early. */
  wake = () => {}

  constructor(private readonly clock: Clock) {}

  /** Resolves after that long, or when woken. Rejects with the signal's reason when it fires. */
  async pass(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    await new Promise<void>((resolve) => {
      const cancel = this.clock.after(milliseconds, () => this.wake())
      this.wake = () => {
        cancel()
        signal.removeEventListener('abort', this.wake)
        resolve()
      }
      signal.addEventListener('abort', this.wake)
    })
    signal.throwIfAborted()
  }
}
