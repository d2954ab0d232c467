import { crc32 } from 'node:zlib'
import { canonicalBytes } from './canonical'
import { splitSecret } from './record-secret'
import { open, SEAL_OVERHEAD, sealInto } from './seal'
import type { JournalEntry, VaultEvent } from './vault-event'

/**
 * A journal record:
 * sync mark (8) · length u32, twice · sequence u64 · SHA-256 of the previous event (32) · CRC-32 of all before (4) · sealed body · A5 A5.
 * `length` is the sealed body's. The head is stored in the clear and is part of the body's additional data.
 */
export const SYNC_MARK = Uint8Array.of(0x89, 0x4e, 0x43, 0x4a, 0x0d, 0x0a, 0x1a, 0x01)
export const HEAD_BYTES = SYNC_MARK.length + 4 + 4 + 8 + 32 + 4
const END_BYTE = 0xa5
const END_BYTES = 2

export interface RecordHead {
  length: number
  sequence: number
  previousHash: Uint8Array
}

export const recordBytes = (head: RecordHead): number => HEAD_BYTES + head.length + END_BYTES

const place = (vaultId: string, sequence: number) => ({
  vaultId,
  kind: 'journal',
  recordId: String(sequence),
  field: 'body',
  version: 1,
})

export function encodeRecord(
  key: Uint8Array,
  vaultId: string,
  entry: JournalEntry,
  eventBytes: Uint8Array,
  previousHash: Uint8Array,
) {
  const body = encodeBody(eventBytes, entry)
  const length = body.length + SEAL_OVERHEAD
  const record = new Uint8Array(HEAD_BYTES + length + END_BYTES)
  const view = new DataView(record.buffer)
  record.set(SYNC_MARK)
  view.setUint32(8, length)
  view.setUint32(12, length)
  view.setBigUint64(16, BigInt(entry.event.sequence))
  record.set(previousHash, 24)
  view.setUint32(56, crc32(record.subarray(0, 56)))
  const head = record.subarray(0, HEAD_BYTES)
  sealInto(record, HEAD_BYTES, key, body, place(vaultId, entry.event.sequence), head)
  record.fill(END_BYTE, HEAD_BYTES + length)
  return record
}

/** The head at `offset`, or undefined when there is none that is whole. */
export function decodeHead(bytes: Uint8Array, offset: number): RecordHead | undefined {
  if (offset + HEAD_BYTES > bytes.length) return undefined
  for (let i = 0; i < SYNC_MARK.length; i++) if (bytes[offset + i] !== SYNC_MARK[i]) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, HEAD_BYTES)
  const length = view.getUint32(8)
  if (length !== view.getUint32(12) || length < SEAL_OVERHEAD) return undefined
  if (crc32(bytes.subarray(offset, offset + 56)) !== view.getUint32(56)) return undefined
  return { length, sequence: Number(view.getBigUint64(16)), previousHash: bytes.slice(offset + 24, offset + 56) }
}

export const endsWhole = (bytes: Uint8Array, end: number): boolean => bytes[end - 1] === END_BYTE && bytes[end - 2] === END_BYTE

/** Opens the record whose head is at `offset`. Throws `OpenError`. */
export function openRecord(key: Uint8Array, vaultId: string, bytes: Uint8Array, offset: number, head: RecordHead): OpenedRecord {
  const sealed = bytes.subarray(offset + HEAD_BYTES, offset + HEAD_BYTES + head.length)
  const body = open(key, sealed, place(vaultId, head.sequence), bytes.subarray(offset, offset + HEAD_BYTES))
  return decodeBody(body)
}

export interface OpenedRecord {
  entry: JournalEntry
  eventBytes: Uint8Array
}

/** Body: version u8 · event length u32 · event · wrapped data key and sealed secret, where the event carries them. */
export const JOURNAL_FORMAT = 1

const nothing = new Uint8Array()

function encodeBody(event: Uint8Array, entry: JournalEntry): Uint8Array {
  const { wrappedKey = nothing, sealed = nothing } = entry.secret ?? {}
  // Needed until it is sealed, so out of a pool.
  const body = Buffer.allocUnsafe(5 + event.length + wrappedKey.length + sealed.length)
  body[0] = JOURNAL_FORMAT
  body.writeUInt32BE(event.length, 1)
  body.set(event, 5)
  body.set(wrappedKey, 5 + event.length)
  body.set(sealed, 5 + event.length + wrappedKey.length)
  return body
}

function decodeBody(body: Uint8Array): OpenedRecord {
  if (body[0] !== JOURNAL_FORMAT) throw new RangeError(`unknown body version ${body[0]}`)
  const length = new DataView(body.buffer, body.byteOffset).getUint32(1)
  const eventBytes = body.slice(5, 5 + length)
  // Authenticated bytes that we wrote ourselves: their shape is known.
  const event = JSON.parse(new TextDecoder().decode(eventBytes)) as VaultEvent
  const attached = body.slice(5 + length)
  return { entry: attached.length > 0 ? { event, secret: splitSecret(attached) } : { event }, eventBytes }
}

export const eventBytes = (event: VaultEvent): Uint8Array => canonicalBytes(event)
