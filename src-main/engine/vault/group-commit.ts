import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { CommitQueue } from './commit-queue'
import { type ChainEnd, type PreparedEvent, prepareEvent } from './prepared-event'
import { Turns } from './turns'
import type { Command, DecidedEvent, VaultParts } from './vault'
import type { VaultEvent } from './vault-event'

/** Many events that are one: after a kill at any moment all of them are there, or none. */
export interface GroupCommand<T> {
  actor: Command<unknown>['actor']
  /**
   * Taken on the newest durable state, which nothing changes until the group is written. May take its time, in turns, and may throw
   * `EngineError`: then nothing is written. Without events nothing is, either. `result` runs after all of them are durable and applied.
   */
  decide(turns: Turns): Promise<{ events: readonly DecidedEvent[]; result: () => T }>
}

/** Records that go to the disk in one write: joining them must not hold up the calls that wait. */
const WRITE_BYTES = 1024 * 1024
/** Events that are applied in one transaction. */
const APPLIED_TOGETHER = 16

/**
 * Seals, writes and applies a group in turns, so that calls are answered in between. Each event but the last says which ones it
 * belongs to, and the last is written when all before it are durable: a journal without it has no group (`unfinishedGroup`), whatever parts of
 * the others a power cut has left. To be run alone on the queue. `told` hears of every event once it is applied.
 */
export async function writeGroup<T>(
  parts: VaultParts,
  queue: CommitQueue,
  { actor, decide }: GroupCommand<T>,
  told: (event: VaultEvent) => void,
): Promise<T> {
  const turns = new Turns(parts.clock)
  const { events, result } = await decide(turns)
  if (events.length === 0) return result()
  const prepared = await prepareAll(parts, events, actor, turns)
  try {
    await write(parts, prepared)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    parts.logger.error('a group could not be written; the vault is read-only until it is unlocked again', { reason })
    const refusal = error instanceof EngineError ? error : new EngineError('VAULT_READ_ONLY')
    queue.breakWith(refusal)
    throw refusal
  }
  try {
    await apply(parts, prepared, told, turns)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    parts.logger.error('what was committed could not be applied; the vault is read-only until it is unlocked again', { reason })
    const refusal = new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.notApplied)
    queue.breakWith(refusal)
    throw refusal
  }
  return result()
}

async function prepareAll(
  parts: VaultParts,
  events: readonly DecidedEvent[],
  actor: Command<unknown>['actor'],
  turns: Turns,
): Promise<PreparedEvent[]> {
  const prepared: PreparedEvent[] = []
  const group = { first: parts.state.sequence + 1, last: parts.state.sequence + events.length }
  let last: ChainEnd = { sequence: parts.state.sequence, hash: parts.state.hash }
  for (const decided of events) {
    const isClosing = last.sequence + 1 === group.last
    const next = prepareEvent(parts, decided, actor, last, isClosing ? undefined : group)
    prepared.push(next)
    last = { sequence: last.sequence + 1, hash: next.hash }
    await turns.pause()
  }
  return prepared
}

async function write({ header, journal }: VaultParts, prepared: readonly PreparedEvent[]): Promise<void> {
  await header.checkEpoch()
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async () => {
    if (waiting.length > 0) await journal.append(Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  for (const [index, { record }] of prepared.entries()) {
    if (size >= WRITE_BYTES || index === prepared.length - 1) await flush()
    waiting.push(record)
    size += record.length
  }
  await flush()
  // Again, because who took over meanwhile may have read the journal before this was in it.
  await header.checkEpoch()
}

async function apply(
  { state, anchor }: VaultParts,
  prepared: readonly PreparedEvent[],
  told: (event: VaultEvent) => void,
  turns: Turns,
): Promise<void> {
  for (let at = 0; at < prepared.length; at += APPLIED_TOGETHER) {
    const together = prepared.slice(at, at + APPLIED_TOGETHER)
    state.store.transaction(() => {
      for (const { entry, hash } of together) state.apply(entry, hash)
    })
    for (const { entry } of together) told(entry.event)
    await turns.pause()
    if (!state.search.isLong) continue
    state.search.refresh()
    await turns.pause()
  }
  anchor?.changed()
}
