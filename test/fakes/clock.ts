import type { Clock } from '../../src-main/engine/port'

interface Timer {
  at: number
  run: () => void
}

/** A clock that only moves when told to, and runs what was to happen meanwhile. */
export class FakeClock implements Clock {
  private readonly timers = new Set<Timer>()
  /** How many were ever set. */
  timersSet = 0

  constructor(
    private wall = Date.parse('2026-11-21T09:00:00.000Z'),
    private steady = 1000,
  ) {}

  // Whole milliseconds, as a system clock has them.
  now = (): number => Math.floor(this.wall)
  monotonic = (): number => this.steady

  after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.steady + milliseconds, run }
    this.timers.add(timer)
    this.timersSet++
    return () => this.timers.delete(timer)
  }

  /** When the next timer is due, by monotonic time; undefined when none is set. */
  nextTimer(): number | undefined {
    const [first] = [...this.timers].sort((a, b) => a.at - b.at)
    return first?.at
  }

  advance(milliseconds: number): void {
    const end = this.steady + milliseconds
    for (let next = this.due(end); next; next = this.due(end)) {
      this.move(Math.max(0, next.at - this.steady))
      this.timers.delete(next)
      next.run()
    }
    this.move(end - this.steady)
  }

  /** The wall clock is set, as by a person or NTP; monotonic time goes on as before. */
  jump(milliseconds: number): void {
    this.wall += milliseconds
  }

  private move(milliseconds: number): void {
    this.wall += milliseconds
    this.steady += milliseconds
  }

  private due(end: number): Timer | undefined {
    return [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  }
}
