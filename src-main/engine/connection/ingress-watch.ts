import type { Clock } from '../port'

/** Which types' signed events reached this machine lately. A delivery proves it for all connections of its type: one app sends them. */
export class IngressWatch {
  private readonly heardAt = new Map<string, number>()

  constructor(private readonly clock: Clock) {}

  heard(type: string): void {
    this.heardAt.set(type, this.clock.monotonic())
  }

  hasHeard(type: string, withinMs: number): boolean {
    const at = this.heardAt.get(type)
    return at !== undefined && this.clock.monotonic() - at < withinMs
  }
}
