import { crc32 } from 'node:zlib'
import type { HistoryPlace } from './record-directory'
import { open, SEAL_OVERHEAD, seal } from './seal'

/**
 * A page of a history segment of format 2:
 * mark (8) · length u32, of what is sealed · count u32 · first sequence u64 · last sequence u64 · SHA-256 of the event before the
 * first (32; zeros where that is not known, or there is none) · CRC-32 of all before (4) · sealed body.
 * The head is in the clear, so that a segment can be walked without its index, and part of the body's additional data.
 * Body: version u8 (2) · for each event: segment u32, offset f64, length u32 of the page or block before this one that has events of
 * the same record (zeros: none) · event length u32 · event (canonical JSON, as it was hashed).
 */
export const PAGE_MARK = Uint8Array.of(0x89, 0x4e, 0x43, 0x48, 0x0d, 0x0a, 0x1a, 0x02)
export const PAGE_HEAD_BYTES = 68
const CHECKED_BYTES = PAGE_HEAD_BYTES - 4
const BODY_VERSION = 2
const EVENT_HEAD_BYTES = 20

export interface PageHead {
  /** Bytes of the sealed body. */
  length: number
  count: number
  first: number
  last: number
  /** All zeros before the first event of the vault, and where an event is missing. */
  previousHash: Uint8Array
}

/** An event by its canonical bytes, and where events of the same record were before this page. */
export interface PagedEvent {
  bytes: Uint8Array
  before: HistoryPlace | undefined
}

export interface PageKeys {
  vaultId: string
  history: Uint8Array
}

const place = (vaultId: string, { segment, offset }: { segment: number; offset: number }) => ({
  vaultId,
  kind: 'history',
  recordId: String(segment),
  field: `page:${offset}`,
  version: 2,
})

export const isPage = (bytes: Uint8Array): boolean => PAGE_MARK.every((byte, i) => bytes[i] === byte)

/** Head and sealed body, for that offset of that segment alone. */
export function sealPage(
  keys: PageKeys,
  at: { segment: number; offset: number },
  range: Pick<PageHead, 'first' | 'last' | 'previousHash'>,
  events: readonly PagedEvent[],
): Uint8Array {
  const body = encodeBody(events)
  const page = new Uint8Array(PAGE_HEAD_BYTES + body.length + SEAL_OVERHEAD)
  const view = new DataView(page.buffer)
  page.set(PAGE_MARK)
  view.setUint32(8, body.length + SEAL_OVERHEAD)
  view.setUint32(12, events.length)
  view.setBigUint64(16, BigInt(range.first))
  view.setBigUint64(24, BigInt(range.last))
  page.set(range.previousHash, 32)
  view.setUint32(CHECKED_BYTES, crc32(page.subarray(0, CHECKED_BYTES)))
  page.set(seal(keys.history, body, place(keys.vaultId, at), page.subarray(0, PAGE_HEAD_BYTES)), PAGE_HEAD_BYTES)
  return page
}

/** The head at `offset`, or undefined where there is none that is whole. */
export function decodePageHead(bytes: Uint8Array, offset = 0): PageHead | undefined {
  const head = bytes.subarray(offset, offset + PAGE_HEAD_BYTES)
  if (head.length < PAGE_HEAD_BYTES || !isPage(head)) return undefined
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  if (crc32(head.subarray(0, CHECKED_BYTES)) !== view.getUint32(CHECKED_BYTES)) return undefined
  return {
    length: view.getUint32(8),
    count: view.getUint32(12),
    first: Number(view.getBigUint64(16)),
    last: Number(view.getBigUint64(24)),
    previousHash: head.slice(32, CHECKED_BYTES),
  }
}

/** The events of a whole page. Throws `OpenError` when any of it differs from what was sealed at that place. */
export function openPage(keys: PageKeys, at: { segment: number; offset: number }, page: Uint8Array): PagedEvent[] {
  const body = open(keys.history, page.subarray(PAGE_HEAD_BYTES), place(keys.vaultId, at), page.subarray(0, PAGE_HEAD_BYTES))
  return decodeBody(body)
}

function encodeBody(events: readonly PagedEvent[]): Uint8Array {
  const body = new Uint8Array(events.reduce((sum, { bytes }) => sum + EVENT_HEAD_BYTES + bytes.length, 1))
  const view = new DataView(body.buffer)
  body[0] = BODY_VERSION
  let at = 1
  for (const { bytes, before } of events) {
    view.setUint32(at, before?.segment ?? 0)
    view.setFloat64(at + 4, before?.offset ?? 0)
    view.setUint32(at + 12, before?.length ?? 0)
    view.setUint32(at + 16, bytes.length)
    body.set(bytes, at + EVENT_HEAD_BYTES)
    at += EVENT_HEAD_BYTES + bytes.length
  }
  return body
}

function decodeBody(body: Uint8Array): PagedEvent[] {
  if (body[0] !== BODY_VERSION) throw new RangeError(`unknown page version ${body[0]}`)
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  const events: PagedEvent[] = []
  for (let at = 1; at < body.length; ) {
    const segment = view.getUint32(at)
    const end = at + EVENT_HEAD_BYTES + view.getUint32(at + 16)
    const before = segment === 0 ? undefined : { segment, offset: view.getFloat64(at + 4), length: view.getUint32(at + 12) }
    events.push({ before, bytes: body.subarray(at + EVENT_HEAD_BYTES, end) })
    at = end
  }
  return events
}
