import type { Clock } from '../engine/port'
import type { SessionThread } from './session-thread'

/** The answer that came before, and the page that loads after the start, are not to wait for it. */
const SOON_MS = 100

/** One thread in advance for the next session: starting one, and loading what is in it, takes longer than opening a vault does. */
export class StandingThread {
  private next: SessionThread | undefined
  private cancel: () => void = () => undefined

  constructor(
    private readonly make: () => SessionThread,
    private readonly clock: Pick<Clock, 'after'>,
  ) {}

  /** Makes one soon, where none stands by. */
  prepare(): void {
    this.cancel()
    this.cancel = this.clock.after(SOON_MS, () => {
      if (!this.next?.isAlive) this.next = this.make()
    })
  }

  /** The one that stands by, or a new one. */
  take(): SessionThread {
    const next = this.release()
    return next?.isAlive ? next : this.make()
  }

  /** Ends the one that stands by, and makes none any more. */
  async end(): Promise<void> {
    await this.release()?.end()
  }

  private release(): SessionThread | undefined {
    this.cancel()
    const { next } = this
    this.next = undefined
    return next
  }
}
