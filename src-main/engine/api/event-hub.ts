import type { Change, Engine } from '../engine'
import { EngineError } from '../error'
import { EventLog } from './event-log'

/**
 * One per engine: takes its changes once and keeps them per viewer, each log holding only what that viewer may see. So neither an
 * event, nor an id, nor a gap between ids tells anyone of a private change that is not theirs.
 */
export class EventHub {
  readonly #logs = new Map<string, EventLog>()
  #unsubscribe: (() => void) | undefined

  constructor(private readonly engine: Engine) {}

  /** The viewer's log, from now on if it is their first. Throws `VAULT_LOCKED`. */
  logOf(subject: string): EventLog {
    if (this.engine.state() !== 'unlocked') throw new EngineError('VAULT_LOCKED')
    this.#unsubscribe ??= this.engine.subscribe({ change: (change) => this.#spread(change), locked: () => this.finish() })
    const log = this.#logs.get(subject) ?? new EventLog()
    this.#logs.set(subject, log)
    return log
  }

  /** Ends every stream. The next one starts a new log, from which older ids do not resume. */
  finish(): void {
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    for (const log of this.#logs.values()) log.finish()
    this.#logs.clear()
  }

  #spread({ event, audience }: Change): void {
    for (const [subject, log] of this.#logs) {
      if (audience === 'org' || audience.subject === subject) log.append(event)
    }
  }
}
