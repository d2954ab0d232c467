import type { OpenFile, VaultFiles } from '../port'
import { sha256 } from './canonical'
import type { BlobPlace } from './record-directory'
import { OpenError, open, SEAL_OVERHEAD, seal } from './seal'

export const snapshotName = (generation: number): string => `snapshot-${generation}`

/**
 * `snapshot-<n>`: head (128 bytes) · blob tier (sealed secrets, end to end) · index tier (the projection's database and the
 * record directory, sealed in chunks).
 * Head: magic `NCSN` · format u32 · generation u64 · sequence u64 · hash of the last event (32) · blob end u64 · image length u64 ·
 * directory length u64 · zeros · SHA-256/16 of all before. The head is part of each chunk's additional data.
 */
const HEAD_BYTES = 128
const MAGIC = 0x4e43534e
export const SNAPSHOT_FORMAT = 1
const CHECK_BYTES = 16
/** Small enough that opening one is far below a frame. */
const CHUNK_BYTES = 256 * 1024

export interface SnapshotHead {
  generation: number
  /** Last event that the snapshot holds, and its hash. */
  sequence: number
  hash: Uint8Array
  blobEnd: number
  imageLength: number
  directoryLength: number
}

export interface SnapshotKeys {
  vaultId: string
  index: Uint8Array
}

/** Writes a snapshot front to back; nothing refers to the file before `finish` resolves. */
export class SnapshotWriter {
  private offset = HEAD_BYTES

  private constructor(
    private readonly file: OpenFile,
    private readonly generation: number,
  ) {}

  static async create(files: VaultFiles, generation: number): Promise<SnapshotWriter> {
    return new SnapshotWriter(await files.open(snapshotName(generation), { create: true }), generation)
  }

  /** Appends blobs already joined into one buffer; answers where it begins. */
  async appendBlobs(bytes: Uint8Array): Promise<number> {
    const at = this.offset
    await this.file.write(at, bytes)
    this.offset += bytes.length
    return at
  }

  async finish(keys: SnapshotKeys, state: Pick<SnapshotHead, 'sequence' | 'hash'>, image: Uint8Array, directory: Uint8Array) {
    const head = encodeHead({
      generation: this.generation,
      ...state,
      blobEnd: this.offset,
      imageLength: image.length,
      directoryLength: directory.length,
    })
    for (const [field, part] of [
      ['image', image],
      ['directory', directory],
    ] as const) {
      for (let at = 0, index = 0; at < part.length; at += CHUNK_BYTES, index++) {
        const sealed = seal(
          keys.index,
          part.subarray(at, at + CHUNK_BYTES),
          chunkPlace(keys.vaultId, this.generation, field, index),
          head,
        )
        await this.file.write(this.offset, sealed)
        this.offset += sealed.length
      }
    }
    await this.file.write(0, head)
    await this.file.datasync()
    await this.file.close()
  }

  abandon(): Promise<void> {
    return this.file.close()
  }
}

/** An open snapshot, for blobs. */
export class Snapshot {
  private constructor(
    private readonly file: OpenFile,
    readonly head: SnapshotHead,
    readonly bytes: number,
  ) {}

  /** Throws `OpenError` when any part of the index tier is damaged, missing or from elsewhere. */
  static async open(files: VaultFiles, generation: number, keys: SnapshotKeys) {
    const file = await files.open(snapshotName(generation))
    try {
      const headBytes = await file.read(0, HEAD_BYTES)
      const head = decodeHead(headBytes, generation)
      const image = new Uint8Array(head.imageLength)
      const directory = new Uint8Array(head.directoryLength)
      let offset = head.blobEnd
      offset = await readChunks(file, offset, image, keys, head.generation, 'image', headBytes)
      offset = await readChunks(file, offset, directory, keys, head.generation, 'directory', headBytes)
      return { snapshot: new Snapshot(file, head, offset), image, directory }
    } catch (error) {
      await file.close()
      throw error
    }
  }

  readBlob(place: BlobPlace): Promise<Uint8Array> {
    return this.file.read(place.offset, place.length)
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

async function readChunks(
  file: OpenFile,
  start: number,
  into: Uint8Array,
  keys: SnapshotKeys,
  generation: number,
  field: string,
  head: Uint8Array,
) {
  let offset = start
  for (let at = 0, index = 0; at < into.length; at += CHUNK_BYTES, index++) {
    const length = Math.min(CHUNK_BYTES, into.length - at) + SEAL_OVERHEAD
    const sealed = await file.read(offset, length)
    into.set(open(keys.index, sealed, chunkPlace(keys.vaultId, generation, field, index), head), at)
    offset += length
  }
  return offset
}

const chunkPlace = (vaultId: string, generation: number, field: string, index: number) => ({
  vaultId,
  kind: 'snapshot',
  recordId: String(generation),
  field: `${field}:${index}`,
  version: 1,
})

function encodeHead(head: SnapshotHead): Uint8Array {
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
  bytes.set(sha256(bytes.subarray(0, HEAD_BYTES - CHECK_BYTES)).subarray(0, CHECK_BYTES), HEAD_BYTES - CHECK_BYTES)
  return bytes
}

function decodeHead(bytes: Uint8Array, generation: number): SnapshotHead {
  const check = sha256(bytes.subarray(0, HEAD_BYTES - CHECK_BYTES)).subarray(0, CHECK_BYTES)
  if (bytes.length !== HEAD_BYTES || Buffer.compare(check, bytes.subarray(HEAD_BYTES - CHECK_BYTES)) !== 0)
    throw new OpenError('snapshot head')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const number = (at: number) => Number(view.getBigUint64(at))
  if (view.getUint32(0) !== MAGIC || view.getUint32(4) !== SNAPSHOT_FORMAT || number(8) !== generation)
    throw new OpenError('snapshot head')
  return {
    generation,
    sequence: number(16),
    hash: bytes.slice(24, 56),
    blobEnd: number(56),
    imageLength: number(64),
    directoryLength: number(72),
  }
}
