import type { Clock } from '../port'
import { sha256 } from './canonical'
import { encodeRecord, eventBytes } from './journal-record'
import { rewrapSecret } from './record-secret'
import type { Command, DecidedEvent } from './vault'
import type { JournalEntry, VaultEvent } from './vault-event'
import type { VaultKeys } from './vault-keys'

/** An event with its place in the chain, and the journal record that says so. */
export interface PreparedEvent {
  entry: JournalEntry
  hash: Uint8Array
  record: Uint8Array
}

/** What an event continues. */
export interface ChainEnd {
  sequence: number
  hash: Uint8Array
}

/** `group`: the one that this event is part of, unless it closes it. */
export function prepareEvent(
  { keys, clock }: { keys: VaultKeys; clock: Pick<Clock, 'now'> },
  { body, secret }: DecidedEvent,
  actor: Command<unknown>['actor'],
  last: ChainEnd,
  group?: VaultEvent['group'],
): PreparedEvent {
  const sequence = last.sequence + 1
  const at = new Date(clock.now()).toISOString()
  const event: VaultEvent = { ...body, v: 1, sequence, at, actor }
  if (group !== undefined) event.group = group
  const bytes = eventBytes(event)
  // It may have been sealed before a rotation that came first: no journal that is written from there on has the older version.
  const current = secret && rewrapSecret(keys.vaultId, body.record, keys.keks, secret)
  const entry: JournalEntry = current ? { event, secret: current } : { event }
  return { entry, hash: sha256(bytes), record: encodeRecord(keys.journal, keys.vaultId, entry, bytes, last.hash) }
}
