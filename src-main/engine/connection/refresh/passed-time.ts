import type { Clock } from '../../port'

/**
 * Time that has passed at least as fast as it really did: monotonic time, and whatever the wall clock gained on it since it
 * was last looked at. That is how a sleep looks, which monotonic time leaves out on some systems; a wall clock that was set
 * forward looks the same, and costs an early refresh. One that was set back changes nothing.
 */
export class PassedTime {
  private gained = 0
  private ahead: number

  constructor(private readonly clock: Clock) {
    this.ahead = clock.now() - clock.monotonic()
  }

  /** Milliseconds from an arbitrary start. Never goes back. */
  now(): number {
    const monotonic = this.clock.monotonic()
    const ahead = this.clock.now() - monotonic
    // Below a second it is the grain of the clocks, or one that is being slewed.
    if (ahead - this.ahead > 1000) this.gained += ahead - this.ahead
    if (Math.abs(ahead - this.ahead) > 1000) this.ahead = ahead
    return monotonic + this.gained
  }
}
