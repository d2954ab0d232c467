import type { DamageProblem } from '../../../src-shared/contract/vault-damage'
import { sha256 } from './canonical'
import {
  decodeHead,
  endsWhole,
  HEAD_BYTES,
  type OpenedRecord,
  openRecord,
  type RecordHead,
  recordBytes,
  SYNC_MARK,
} from './journal-record'
import type { JournalEntry } from './vault-event'

/** What was found in a journal that should not be there. Offsets are bytes in the file. */
export interface JournalDamage {
  offset: number
  problem: DamageProblem
  /** Of the record there, as its head has it; null where there is no whole head. */
  sequence: number | null
}

export interface JournalScan {
  /** Each with the SHA-256 of its event, and where its record is in the file. */
  entries: { entry: JournalEntry; hash: Uint8Array; offset: number; end: number }[]
  damage: JournalDamage[]
  /** Where the next record goes. */
  end: number
  /** The last record was never finished: bytes from `end` to here are its remains. */
  tornTo: number | undefined
  lastHash: Uint8Array
  lastSequence: number
  /** Sequences between those that were read: their records are gone, or do not open. */
  missing: { from: number; through: number }[]
  /** The highest sequence of a record that was here, whether it opened or not; 0 where there was none. */
  highestSequence: number
}

export interface ScanStart {
  key: Uint8Array
  vaultId: string
  /** Sequence and hash of the event before the first one here. */
  sequence: number
  hash: Uint8Array
}

/**
 * Reads every record that opens. An unfinished last record, followed by nothing or zeros, is a torn tail and is dropped;
 * anything else that does not open is damage, reported, and reading goes on at the next sync mark.
 */
export function scanJournal(bytes: Uint8Array, start: ScanStart): JournalScan {
  const scan: JournalScan = {
    entries: [],
    damage: [],
    end: 0,
    tornTo: undefined,
    lastHash: start.hash,
    lastSequence: start.sequence,
    missing: [],
    highestSequence: 0,
  }
  const written = writtenLength(bytes)
  let offset = 0
  while (offset < written) {
    const head = decodeHead(bytes, offset)
    if (!head) {
      if (isTornHead(bytes, offset, written)) return torn(scan, offset, written)
      scan.damage.push({ offset, problem: 'unreadable', sequence: null })
      offset = nextMark(bytes, offset + 1)
      scan.end = Math.min(offset, written)
      continue
    }
    const end = offset + recordBytes(head)
    // The last end byte is never zero in a finished record, so a record that runs past what was written is unfinished.
    if (end > written) {
      const laterMark = nextMark(bytes, offset + 1)
      if (laterMark >= written) return torn(scan, offset, written)
      scan.damage.push({ offset, problem: 'unreadable', sequence: head.sequence })
      offset = laterMark
      continue
    }
    readRecord(bytes, offset, end, head, start, scan)
    offset = end
    scan.end = end
  }
  return scan
}

function readRecord(bytes: Uint8Array, offset: number, end: number, head: RecordHead, start: ScanStart, scan: JournalScan) {
  const { sequence } = head
  const found = (problem: DamageProblem) => scan.damage.push({ offset, problem, sequence })
  if (!endsWhole(bytes, end)) found('unreadable')
  const next = sequence === scan.lastSequence + 1
  const chained = next && Buffer.compare(head.previousHash, scan.lastHash) === 0
  let opened: OpenedRecord
  try {
    opened = openRecord(start.key, start.vaultId, bytes, offset, head)
  } catch {
    // Which of its bytes is wrong cannot be told; the place is reported and its neighbours are read. But a head that is whole names
    // the event before it: one that names another event, though that one was read, was never written here.
    const isForeign = !chained && (next || sequence <= scan.lastSequence)
    if (isForeign) found('from_elsewhere')
    else {
      found('does_not_open')
      // One far ahead of all that was read may be anybody's, and must not make up what was lost.
      if (sequence === Math.max(scan.highestSequence, scan.lastSequence) + 1) scan.highestSequence = sequence
    }
    return
  }
  scan.highestSequence = Math.max(scan.highestSequence, sequence)
  if (sequence <= scan.lastSequence) {
    found(isRepeated(scan, sequence, opened) ? 'repeated' : 'out_of_order')
    return
  }
  if (!chained) found('chain_broken')
  if (!next) scan.missing.push({ from: scan.lastSequence + 1, through: sequence - 1 })
  scan.lastHash = sha256(opened.eventBytes)
  scan.entries.push({ entry: opened.entry, hash: scan.lastHash, offset, end })
  scan.lastSequence = sequence
}

/** Whether the very same event was read before. */
function isRepeated({ entries }: JournalScan, sequence: number, { eventBytes }: OpenedRecord): boolean {
  const hash = sha256(eventBytes)
  return entries.some((read) => read.entry.event.sequence === sequence && Buffer.compare(read.hash, hash) === 0)
}

function torn(scan: JournalScan, offset: number, written: number): JournalScan {
  return { ...scan, end: offset, tornTo: written }
}

const ZEROS = new Uint8Array(4096)

/** Up to and including the last byte that is not zero: the rest was preallocated. */
function writtenLength(bytes: Uint8Array): number {
  let length = bytes.length
  // Most of a young journal is zeros, and comparing blocks is far quicker than looking at each byte.
  while (length >= ZEROS.length && Buffer.compare(bytes.subarray(length - ZEROS.length, length), ZEROS) === 0)
    length -= ZEROS.length
  while (length > 0 && bytes[length - 1] === 0) length--
  return length
}

/** A write cut inside the head: a beginning of the mark, or the whole mark and less than a head, and then nothing. */
function isTornHead(bytes: Uint8Array, offset: number, written: number): boolean {
  if (written - offset >= HEAD_BYTES) return false
  for (let i = 0; i < SYNC_MARK.length && offset + i < written; i++) if (bytes[offset + i] !== SYNC_MARK[i]) return false
  return true
}

function nextMark(bytes: Uint8Array, from: number): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(SYNC_MARK, from)
  return at === -1 ? bytes.length : at
}
