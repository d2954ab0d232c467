import { sha256 } from './canonical'
import { OpenError } from './seal'

export const snapshotName = (generation: number): string => `snapshot-${generation}`

/**
 * `snapshot-<n>`: head (128 bytes) · blob tier (sealed secrets, end to end) · index tier (the projection's database, the record
 * directory and what is searched in, each sealed in chunks).
 * Head: magic `NCSN` · format u32 · generation u64 · sequence u64 · hash of the last event (32) · blob end u64 · image length u64 ·
 * directory length u64 · search length u64 (format 2) · zeros · SHA-256/16 of all before. The head is part of each chunk's additional data.
 */
export const HEAD_BYTES = 128
const MAGIC = 0x4e43534e
export const SNAPSHOT_FORMAT = 2
const CHECK_BYTES = 16

/** Plaintext of a chunk, by format. Small ones are opened one by one, when somebody asks for what is in them. */
const chunkBytes: Readonly<Record<number, number>> = { 1: 256 * 1024, 2: 16 * 1024 }
export const CHUNK_BYTES = 16 * 1024

export interface SnapshotHead {
  generation: number
  /** Last event that the snapshot holds, and its hash. */
  sequence: number
  hash: Uint8Array
  blobEnd: number
  imageLength: number
  directoryLength: number
  searchLength: number
}

export interface SnapshotKeys {
  vaultId: string
  index: Uint8Array
}

/** A part of the index tier. */
export type Part = 'image' | 'directory' | 'search'

export const chunkPlace = (vaultId: string, generation: number, part: Part, index: number) => ({
  vaultId,
  kind: 'snapshot',
  recordId: String(generation),
  field: `${part}:${index}`,
  version: 1,
})

export function encodeHead(head: SnapshotHead): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, SNAPSHOT_FORMAT)
  view.setBigUint64(8, BigInt(head.generation))
  view.setBigUint64(16, BigInt(head.sequence))
  bytes.set(head.hash, 24)
  view.setBigUint64(56, BigInt(head.blobEnd))
  view.setBigUint64(64, BigInt(head.imageLength))
  view.setBigUint64(72, BigInt(head.directoryLength))
  view.setBigUint64(80, BigInt(head.searchLength))
  bytes.set(sha256(bytes.subarray(0, HEAD_BYTES - CHECK_BYTES)).subarray(0, CHECK_BYTES), HEAD_BYTES - CHECK_BYTES)
  return bytes
}

/** With the size of its chunks, in bytes. Throws `OpenError` on a head that is damaged, of another generation or of an unknown format. */
export function decodeHead(bytes: Uint8Array, generation: number): { head: SnapshotHead; chunk: number } {
  const check = sha256(bytes.subarray(0, HEAD_BYTES - CHECK_BYTES)).subarray(0, CHECK_BYTES)
  if (bytes.length !== HEAD_BYTES || Buffer.compare(check, bytes.subarray(HEAD_BYTES - CHECK_BYTES)) !== 0)
    throw new OpenError('snapshot head')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const number = (at: number) => Number(view.getBigUint64(at))
  const chunk = chunkBytes[view.getUint32(4)]
  if (view.getUint32(0) !== MAGIC || chunk === undefined || number(8) !== generation) throw new OpenError('snapshot head')
  const head = {
    generation,
    sequence: number(16),
    hash: bytes.slice(24, 56),
    blobEnd: number(56),
    imageLength: number(64),
    directoryLength: number(72),
    searchLength: number(80),
  }
  return { head, chunk }
}
