import type { OpenFile } from '../port'
import { open, SEAL_OVERHEAD } from './seal'
import { chunkPlace, type Part, type SnapshotKeys } from './snapshot-head'

interface Where {
  file: OpenFile
  keys: SnapshotKeys
  generation: number
  /** The head of the snapshot as it is stored: additional data of every chunk. */
  head: Uint8Array
}

/** One part of a snapshot's index tier: plaintext of `length` bytes, sealed in chunks of `chunk` bytes from `offset` on. */
export class SealedChunks {
  /** What is read of the file, one chunk after another: new memory for each made V8 collect its garbage in the middle of an unlocking. */
  private sealed: Uint8Array | undefined

  constructor(
    private readonly where: Where,
    private readonly part: Part,
    private readonly offset: number,
    readonly length: number,
    readonly chunk: number,
  ) {}

  get count(): number {
    return Math.ceil(this.length / this.chunk)
  }

  /** Where the part ends in the file. */
  get end(): number {
    return this.offset + this.length + this.count * SEAL_OVERHEAD
  }

  /** One chunk, opened. Throws `OpenError` where it is damaged, missing or from elsewhere. */
  open(index: number): Uint8Array {
    const { file, keys, generation, head } = this.where
    const length = Math.min(this.chunk, this.length - index * this.chunk) + SEAL_OVERHEAD
    this.sealed ??= new Uint8Array(this.chunk + SEAL_OVERHEAD)
    const sealed = file.peek(this.offset + index * (this.chunk + SEAL_OVERHEAD), length, this.sealed)
    return open(keys.index, sealed, chunkPlace(keys.vaultId, generation, this.part, index), head)
  }

  /** All of it. Throws as `open`. */
  whole(): Uint8Array {
    const bytes = new Uint8Array(this.length)
    for (let index = 0; index < this.count; index++) bytes.set(this.open(index), index * this.chunk)
    return bytes
  }
}
