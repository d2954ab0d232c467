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
  waiting: { start(): void; refuse(error: EngineError): void }[]
  /** Monotonic; a provider that asked us to wait gets nothing before. */
  pausedUntil: number
}

/** Lets at most five requests at once through to a provider, in the order they came, and none while it wants none. */
export class ProviderGate {
  private readonly lanes = new Map<string, Lane>()
  private isClosed = false

  constructor(private readonly clock: Clock) {}

  /**
   * Rejects, without having started, with `ProviderPaused` while the provider is paused, and with `VAULT_LOCKED` once it is
   * closed. Work that rejects with `retryAfterSeconds` pauses its provider.
   */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lane(key)
    const refused = this.refusal(lane)
    if (refused) throw refused
    if (lane.running >= AT_ONCE) await new Promise<void>((start, refuse) => lane.waiting.push({ start, refuse }))
    else lane.running++
    try {
      return await work()
    } catch (error) {
      // Before the place is handed on, or the next one would be sent into the pause.
      const seconds = error instanceof EngineError ? (error.data.retryAfterSeconds ?? 0) : 0
      if (seconds > 0) this.pause(key, seconds)
      throw error
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
    this.refuseWaiting(lane)
  }

  /** The vault is being locked: whatever has not been sent is not sent any more. */
  close(): void {
    this.isClosed = true
    for (const lane of this.lanes.values()) this.refuseWaiting(lane)
  }

  private refuseWaiting(lane: Lane): void {
    const refused = this.refusal(lane)
    if (!refused) return
    for (const { refuse } of lane.waiting.splice(0)) refuse(refused)
  }

  private refusal(lane: Lane): EngineError | undefined {
    if (this.isClosed) return new EngineError('VAULT_LOCKED')
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
