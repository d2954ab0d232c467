import type { VaultFiles } from '../port'
import { generationsOf } from './generations'
import { journalName } from './journal'
import { decodeHead, HEAD_BYTES } from './journal-record'
import type { JournalScan } from './journal-scan'
import type { ChainEnd } from './prepared-event'

/** A group at the end of a journal whose closing event is not there. */
export interface UnfinishedGroup {
  /** Sequences of its events. */
  first: number
  last: number
}

/**
 * The closing event of a group is written when all others are durable, so one that was never written whole means that nobody was told of
 * the group. One that was and does not read any more is damage, and leaves the group what it is. `bytes` are the journal's.
 */
export function unfinishedGroup(
  { entries, damage, highestSequence }: JournalScan,
  bytes: Uint8Array,
): UnfinishedGroup | undefined {
  const newest = entries.at(-1)
  const group = newest?.entry.event.group
  if (newest === undefined || group === undefined) return undefined
  if (newest.entry.event.sequence !== group.last - 1) return highestSequence < group.last ? group : undefined
  const isWritten = damage.some(({ offset }) => offset > newest.offset) && !hasHole(bytes, newest.end)
  return isWritten ? undefined : group
}

/** So many zeros in a row are in no record that was written whole: it is sealed but for its head, which has fewer. */
const HOLE = new Uint8Array(32)

/** Whether a record that begins there lacks a sector that did not come to the disk before the power went. */
function hasHole(bytes: Uint8Array, from: number): boolean {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const to = written.findLastIndex((byte) => byte !== 0)
  const hole = written.indexOf(HOLE, from)
  return bytes[from] === 0 || (hole !== -1 && hole < to)
}

/**
 * Whether a later journal goes on behind the group: then it was finished, and its end has been cut off since. One that goes on before it
 * was written by who had dropped the group.
 */
export async function wasFinished(files: VaultFiles, generation: number, { last }: UnfinishedGroup): Promise<boolean> {
  for (const later of generationsOf(await files.list(), 'journal')) {
    if (later <= generation) continue
    const file = await files.open(journalName(later))
    try {
      const head = decodeHead(await file.read(0, Math.min(HEAD_BYTES, await file.size())), 0)
      if (head) return head.sequence > last
    } finally {
      await file.close()
    }
  }
  return false
}

/** The scan as it would be, had the group never been begun. Its remains are a torn tail, with whatever does not read among them. */
export function withoutGroup(scan: JournalScan, { first }: UnfinishedGroup, start: ChainEnd): JournalScan {
  const entries = scan.entries.filter(({ entry }) => entry.event.sequence < first)
  const before = entries.at(-1)
  const isNext = (before?.entry.event.sequence ?? start.sequence) === first - 1
  // Where what came before it does not read either, the group begins with what does.
  const end = isNext ? (before?.end ?? 0) : (scan.entries[entries.length]?.offset ?? scan.end)
  return {
    entries,
    damage: scan.damage.filter(({ offset }) => offset < end),
    end,
    tornTo: scan.tornTo ?? scan.end,
    lastHash: before?.hash ?? start.hash,
    lastSequence: before?.entry.event.sequence ?? start.sequence,
    missing: scan.missing.filter(({ through }) => through < first),
    highestSequence: Math.min(scan.highestSequence, first - 1),
  }
}
