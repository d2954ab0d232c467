import { EngineError } from '../../error'
import type { Clock } from '../../port'

/** Requests for tokens, and probes, that one provider gets at the same time. */
const AT_ONCE = 5

/** The provider asked for a pause: this was not sent. */
export class ProviderPaused extends EngineError {
  constructor(retryAfterSeconds: number) {
    super('PROVIDER_ERROR', { providerError: 'rate_limited', recovery: 'retry', retryAfterSeconds })
  }
}

interface Lane {
  running: number
  waiting: { start(): void; refuse(error: ProviderPaused): void }[]
  /** Monotonic; a provider that asked us to wait gets nothing before. */
  pausedUntil: number
}

/** Lets at most five requests at once through to a provider, in the order they came, and none while it wants none. */
export class ProviderGate {
  private readonly lanes = new Map<string, Lane>()

  constructor(private readonly clock: Clock) {}

  /** Rejects with `ProviderPaused`, without having started, while the provider is paused. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lane(key)
    const paused = this.refusal(lane)
    if (paused) throw paused
    if (lane.running >= AT_ONCE) await new Promise<void>((start, refuse) => lane.waiting.push({ start, refuse }))
    else lane.running++
    try {
      return await work()
    } finally {
      // The place is handed on, so that nobody who comes now takes it before those who wait.
      const next = lane.waiting.shift()
      if (next) next.start()
      else lane.running--
    }
  }

  /** The provider asked for a pause (Retry-After): whoever waits is told, and so is whoever comes before it is over. */
  pause(key: string, seconds: number): void {
    const lane = this.lane(key)
    lane.pausedUntil = Math.max(lane.pausedUntil, this.clock.monotonic() + seconds * 1000)
    const refused = this.refusal(lane)
    if (!refused) return
    for (const { refuse } of lane.waiting.splice(0)) refuse(refused)
  }

  private refusal(lane: Lane): ProviderPaused | undefined {
    const seconds = Math.ceil((lane.pausedUntil - this.clock.monotonic()) / 1000)
    return seconds > 0 ? new ProviderPaused(seconds) : undefined
  }

  private lane(key: string): Lane {
    let lane = this.lanes.get(key)
    if (!lane) {
      lane = { running: 0, waiting: [], pausedUntil: Number.NEGATIVE_INFINITY }
      this.lanes.set(key, lane)
    }
    return lane
  }
}
