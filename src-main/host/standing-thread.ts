import type { SessionThread } from './session-thread'

/** One thread in advance for the next session: starting one, and loading what is in it, takes longer than opening a vault does. */
export class StandingThread {
  private next: SessionThread | undefined

  constructor(private readonly make: () => SessionThread) {}

  /** Makes one, where none stands by. */
  prepare(): void {
    if (!this.next?.isAlive) this.next = this.make()
  }

  /** The one that stands by, or a new one. */
  take(): SessionThread {
    const { next } = this
    this.next = undefined
    return next?.isAlive ? next : this.make()
  }

  /** Ends the one that stands by. */
  async end(): Promise<void> {
    const { next } = this
    this.next = undefined
    await next?.end()
  }
}
