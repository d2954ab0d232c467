import type { BatchWriter } from './commit-queue'
import { type ChainEnd, type PreparedEvent, prepareEvent } from './prepared-event'
import type { Command, DecidedEvent, VaultParts } from './vault'
import type { VaultEvent } from './vault-event'

/** What is prepared and not yet durable; sequence and chain continue the state's. */
export class CommitBatch implements BatchWriter {
  private prepared: PreparedEvent[] = []

  constructor(private readonly parts: VaultParts) {}

  /** All of a command's events, or none: one that cannot be encoded must not leave the others in the batch. */
  prepare(events: readonly DecidedEvent[], actor: Command<unknown>['actor']): PreparedEvent[] {
    const { length } = this.prepared
    const first = this.end.sequence + 1
    const group = { first, last: first + events.length - 1 }
    try {
      // A kill in the middle of the write leaves the beginning of it: the last one says that the others are all there.
      return events.map((event, index) => this.prepareOne(event, actor, index < events.length - 1 ? group : undefined))
    } catch (error) {
      this.prepared.length = length
      throw error
    }
  }

  async write(): Promise<void> {
    if (this.prepared.length === 0) return
    const { header, journal, logger } = this.parts
    try {
      await header.checkEpoch()
      await journal.append(joined(this.prepared))
      // Again, because who took over meanwhile may have read the journal before this was in it.
      await header.checkEpoch()
    } catch (error) {
      logger.error('a commit could not be written; the vault is read-only until it is unlocked again', {
        reason: error instanceof Error ? error.message : 'unknown',
      })
      throw error
    }
    this.discard()
  }

  discard(): void {
    this.prepared = []
  }

  private prepareOne(decided: DecidedEvent, actor: Command<unknown>['actor'], group: VaultEvent['group']): PreparedEvent {
    const prepared = prepareEvent(this.parts, decided, actor, this.end, group)
    this.prepared.push(prepared)
    return prepared
  }

  private get end(): ChainEnd {
    const last = this.prepared.at(-1)
    const { sequence, hash } = last ? { sequence: last.entry.event.sequence, hash: last.hash } : this.parts.state
    return { sequence, hash }
  }
}

function joined(prepared: readonly PreparedEvent[]): Uint8Array {
  const [only] = prepared
  return only && prepared.length === 1 ? only.record : Buffer.concat(prepared.map(({ record }) => record))
}
