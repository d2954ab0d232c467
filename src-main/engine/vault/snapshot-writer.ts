import type { OpenFile, VaultFiles } from '../port'
import { seal } from './seal'
import {
  CHUNK_BYTES,
  chunkPlace,
  encodeHead,
  HEAD_BYTES,
  type Part,
  type SnapshotHead,
  type SnapshotKeys,
  snapshotName,
} from './snapshot-head'
import type { Turns } from './turns'

/** How much is written at once. */
const WRITE_BYTES = 1024 * 1024

/** Read chunk by chunk. */
type Bytes = Pick<Uint8Array, 'length'> & { subarray(begin: number, end: number): Uint8Array }

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

  async finish(
    keys: SnapshotKeys,
    state: Pick<SnapshotHead, 'sequence' | 'hash'>,
    parts: Readonly<Record<Part, Bytes>>,
    turns: Turns,
  ): Promise<void> {
    const head = encodeHead({
      generation: this.generation,
      ...state,
      blobEnd: this.offset,
      imageLength: parts.image.length,
      directoryLength: parts.directory.length,
      searchLength: parts.search.length,
    })
    for (const part of ['image', 'directory', 'search'] as const) await this.appendPart(keys, head, part, parts[part], turns)
    await this.file.write(0, head)
    await this.file.datasync()
    await this.file.close()
  }

  abandon(): Promise<void> {
    return this.file.close()
  }

  private async appendPart(keys: SnapshotKeys, head: Uint8Array, part: Part, bytes: Bytes, turns: Turns): Promise<void> {
    let waiting: Uint8Array[] = []
    let size = 0
    const write = async () => {
      await this.file.write(this.offset, Buffer.concat(waiting))
      this.offset += size
      waiting = []
      size = 0
    }
    for (let at = 0, index = 0; at < bytes.length; at += CHUNK_BYTES, index++) {
      const place = chunkPlace(keys.vaultId, this.generation, part, index)
      const sealed = seal(keys.index, bytes.subarray(at, Math.min(at + CHUNK_BYTES, bytes.length)), place, head)
      waiting.push(sealed)
      size += sealed.length
      await turns.pause()
      if (size >= WRITE_BYTES) await write()
    }
    if (size > 0) await write()
  }
}
