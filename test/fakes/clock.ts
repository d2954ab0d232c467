import type { Clock } from '../../src-main/engine/port'

/** A clock that only moves when told to. */
export class FakeClock implements Clock {
  constructor(
    private wall = Date.parse('2026-11-21T09:00:00.000Z'),
    private steady = 1000,
  ) {}

  now = (): number => this.wall
  monotonic = (): number => this.steady

  advance(milliseconds: number): void {
    this.wall += milliseconds
    this.steady += milliseconds
  }

  /** The wall clock is set, as by a person or NTP; monotonic time goes on as before. */
  jump(milliseconds: number): void {
    this.wall += milliseconds
  }
}
