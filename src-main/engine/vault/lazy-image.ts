import { OpenError } from './seal'
import type { SealedChunks } from './sealed-chunks'
import type { Turns } from './turns'

/** EIO, as WASI numbers it: SQLite answers SQLITE_IOERR for it. */
const EIO = 29

/** What Emscripten's file system takes for a failure of the disk, and not for a defect. */
class ReadFailure extends Error {
  override readonly name = 'ErrnoError'
  readonly errno = EIO
}

/** Room for what is added after it was opened, so that nothing has to be copied. */
const roomFor = (length: number) => length + Math.max(1024 * 1024, length >> 3)

/**
 * The bytes of a database file that is opened chunk by chunk, when SQLite asks for a page in one: the list is there long before all
 * of it is. It stands in the place of the buffer of a file in Emscripten's memory file system, which reads by `subarray`, writes by
 * `set`, and takes what `slice` answers for its own when the file is made.
 */
export class LazyImage extends Uint8Array {
  private readonly opened: Uint8Array
  private left: number
  /** The first chunk that did not open, where one did not. */
  damage: OpenError | undefined
  /** The file's size when it is made; what comes after it is room. */
  private readonly size: number

  static get [Symbol.species](): Uint8ArrayConstructor {
    return Uint8Array
  }

  constructor(private readonly chunks: SealedChunks) {
    // Not zeroed: a page is read after it was opened or written, and touching them all would take as long as opening them.
    super(Buffer.allocUnsafeSlow(roomFor(chunks.length)).buffer)
    this.size = chunks.length
    this.opened = new Uint8Array(chunks.count)
    this.left = chunks.count
  }

  /** What sql.js is given for the bytes of a database. */
  asFile(): Uint8Array {
    const file = { length: this.size, subarray: true, slice: () => this }
    return file as unknown as Uint8Array
  }

  /** True when nothing is left to open. */
  get isWhole(): boolean {
    return this.left === 0
  }

  /** Opens the rest, with calls answered in between. Throws `OpenError` at the first chunk that does not open. */
  async openRest(turns: Turns, signal?: { readonly aborted: boolean }): Promise<void> {
    for (let index = 0; index < this.opened.length && !signal?.aborted; index++) {
      this.openChunk(index)
      await turns.pause()
    }
  }

  /** Opens the rest at once. Throws as `openRest`. */
  openAll(): void {
    for (let index = 0; index < this.opened.length; index++) this.openChunk(index)
  }

  override subarray(begin = 0, end = this.length): Uint8Array<ArrayBuffer> {
    this.openRange(begin, end)
    return super.subarray(begin, end)
  }

  override set(source: ArrayLike<number>, offset = 0): void {
    this.openRange(offset, offset + source.length)
    super.set(source, offset)
  }

  private openRange(begin: number, end: number): void {
    if (this.left === 0) return
    const { chunk } = this.chunks
    const last = Math.min(Math.ceil(end / chunk), this.opened.length)
    try {
      for (let index = Math.floor(begin / chunk); index < last; index++) this.openChunk(index)
    } catch (error) {
      // Within SQLite's read: it must hear of it as of a disk. Whoever opens the rest hears the reason.
      if (error instanceof OpenError) throw new ReadFailure(error.message)
      throw error
    }
  }

  private openChunk(index: number): void {
    if (this.opened[index] === 1) return
    try {
      super.set(this.chunks.open(index), index * this.chunks.chunk)
    } catch (error) {
      if (error instanceof OpenError) this.damage ??= error
      throw error
    }
    this.opened[index] = 1
    this.left--
  }
}
