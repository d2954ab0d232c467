import type { VaultFiles } from '../port'
import { historyName } from './history-file'
import { isPage, openPage, type PageKeys } from './history-page'
import type { HistoryPlace } from './record-directory'
import { open } from './seal'
import type { VaultEvent } from './vault-event'

/** Some of a record's events, and where those before them are. */
interface Block {
  before: HistoryPlace | null
  /** In order of sequence. */
  events: VaultEvent[]
}

export type HistoryKeys = PageKeys

/**
 * A record's events at one place: in a page, which has those of other records too, or in a block of format 1, which was the record's
 * own. Throws `OpenError` when it is damaged; places before it are then out of reach for this record.
 */
export async function readHistoryBlock(files: VaultFiles, keys: HistoryKeys, record: string, at: HistoryPlace): Promise<Block> {
  const bytes = await readPlace(files, at)
  return isPage(bytes) ? recordOf(keys, record, at, bytes) : openFirstFormat(keys, record, at, bytes)
}

async function readPlace(files: VaultFiles, at: HistoryPlace): Promise<Uint8Array> {
  const file = await files.open(historyName(at.segment))
  try {
    return await file.read(at.offset, at.length)
  } finally {
    await file.close()
  }
}

function recordOf(keys: HistoryKeys, record: string, at: HistoryPlace, bytes: Uint8Array): Block {
  const block: Block = { before: null, events: [] }
  for (const { bytes: text, before } of openPage(keys, at, bytes)) {
    const event = parseEvent(text)
    if (event.record !== record) continue
    block.events.push(event)
    block.before = before ?? null
  }
  return block
}

/**
 * `history-<n>` of format 1 began with `NCHS 00 00 00 01` and held one block per record: JSON `{ before, events }`. None is written
 * any more.
 */
export function openFirstFormat(keys: HistoryKeys, record: string, at: HistoryPlace, sealed: Uint8Array): Block {
  const place = {
    vaultId: keys.vaultId,
    kind: 'history',
    recordId: record,
    field: `block:${at.segment}:${at.offset}`,
    version: 1,
  }
  return JSON.parse(new TextDecoder().decode(open(keys.history, sealed, place))) as Block
}

/** Authenticated bytes that we wrote ourselves: their shape is known. */
export const parseEvent = (bytes: Uint8Array): VaultEvent => JSON.parse(new TextDecoder().decode(bytes)) as VaultEvent
