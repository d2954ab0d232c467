import { sha256 } from './canonical'
import type { PageKeys } from './history-page'
import { OpenError, open, SEAL_OVERHEAD, seal } from './seal'

export const historyName = (segment: number): string => `history-${segment}`

/**
 * A history segment of format 2: head (128 bytes) · pages, in order of sequence · index, sealed.
 * Head: `NCHS` · format u32 · generation u64 · the segment before it u64 (0: none) · first sequence u64 · last sequence u64 · SHA-256
 * of the event before the first (32) · end of the pages u64 · length of the index u64 · zeros · SHA-256/16 of all before.
 * The index spares opening pages that nobody asked for; without it they are found by their own heads.
 */
export const HISTORY_HEAD_BYTES = 128
const HISTORY_FORMAT = 2
const MAGIC = 0x4e434853
const CHECK_BYTES = 16
const CHECKED_BYTES = HISTORY_HEAD_BYTES - CHECK_BYTES

export interface HistoryHead {
  generation: number
  /** The segment that ends where this one begins; 0 when there is none. */
  before: number
  first: number
  last: number
  previousHash: Uint8Array
  pagesEnd: number
  indexLength: number
}

/** Where a page is, and which events are in it. Times in milliseconds since the epoch. */
export interface PageEntry {
  offset: number
  /** Head and body. */
  length: number
  count: number
  first: number
  last: number
  earliest: number
  latest: number
}

const ENTRY_BYTES = 48

export function encodeHistoryHead(head: HistoryHead): Uint8Array {
  const bytes = new Uint8Array(HISTORY_HEAD_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, HISTORY_FORMAT)
  view.setBigUint64(8, BigInt(head.generation))
  view.setBigUint64(16, BigInt(head.before))
  view.setBigUint64(24, BigInt(head.first))
  view.setBigUint64(32, BigInt(head.last))
  bytes.set(head.previousHash, 40)
  view.setBigUint64(72, BigInt(head.pagesEnd))
  view.setBigUint64(80, BigInt(head.indexLength))
  bytes.set(sha256(bytes.subarray(0, CHECKED_BYTES)).subarray(0, CHECK_BYTES), CHECKED_BYTES)
  return bytes
}

/** Throws `OpenError` when it is not whole, or another segment's. */
export function decodeHistoryHead(bytes: Uint8Array, segment: number): HistoryHead {
  const check = sha256(bytes.subarray(0, CHECKED_BYTES)).subarray(0, CHECK_BYTES)
  if (bytes.length !== HISTORY_HEAD_BYTES || Buffer.compare(check, bytes.subarray(CHECKED_BYTES)) !== 0)
    throw new OpenError('history head')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const number = (at: number) => Number(view.getBigUint64(at))
  if (view.getUint32(0) !== MAGIC || view.getUint32(4) !== HISTORY_FORMAT || number(8) !== segment)
    throw new OpenError('history head')
  return {
    generation: number(8),
    before: number(16),
    first: number(24),
    last: number(32),
    previousHash: bytes.slice(40, 72),
    pagesEnd: number(72),
    indexLength: number(80),
  }
}

/** Whether these are the first bytes of a segment of format 1, which has blocks by record and no order of its own. */
export const isFirstFormat = (bytes: Uint8Array): boolean => {
  if (bytes.length < 8) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return view.getUint32(0) === MAGIC && view.getUint32(4) === 1
}

const indexPlace = (vaultId: string, segment: number) => ({
  vaultId,
  kind: 'history',
  recordId: String(segment),
  field: 'index',
  version: 2,
})

export const indexLength = (pages: number): number => pages * ENTRY_BYTES + SEAL_OVERHEAD

/** Each page: offset f64 · length u32 · count u32 · first and last sequence f64 · earliest and latest time f64. */
export function sealIndex(keys: PageKeys, segment: number, head: Uint8Array, pages: readonly PageEntry[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * ENTRY_BYTES)
  const view = new DataView(bytes.buffer)
  pages.forEach((page, i) => {
    const at = i * ENTRY_BYTES
    view.setFloat64(at, page.offset)
    view.setUint32(at + 8, page.length)
    view.setUint32(at + 12, page.count)
    view.setFloat64(at + 16, page.first)
    view.setFloat64(at + 24, page.last)
    view.setFloat64(at + 32, page.earliest)
    view.setFloat64(at + 40, page.latest)
  })
  return seal(keys.history, bytes, indexPlace(keys.vaultId, segment), head)
}

/** The pages that an index names. `head` is the segment's, as it is stored. Throws `OpenError` when either is damaged. */
export function readIndex(keys: PageKeys, segment: number, head: Uint8Array, sealed: Uint8Array): PageEntry[] {
  const bytes = open(keys.history, sealed, indexPlace(keys.vaultId, segment), head)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const pages: PageEntry[] = []
  for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
    pages.push({
      offset: view.getFloat64(at),
      length: view.getUint32(at + 8),
      count: view.getUint32(at + 12),
      first: view.getFloat64(at + 16),
      last: view.getFloat64(at + 24),
      earliest: view.getFloat64(at + 32),
      latest: view.getFloat64(at + 40),
    })
  }
  return pages
}
