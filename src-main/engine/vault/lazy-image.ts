import { ImageFile } from './image-file'
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

/** The bytes of a database's file that are opened chunk by chunk, when SQLite asks for a page in one: the list is there long before all of it is. */
export class LazyImage extends ImageFile {
  private readonly opened: Uint8Array
  private left: number
  /** The first chunk that did not open, where one did not. */
  damage: OpenError | undefined

  constructor(private readonly chunks: SealedChunks) {
    super(chunks.length)
    this.opened = new Uint8Array(chunks.count)
    this.left = chunks.count
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

  protected override prepare(begin: number, end: number): void {
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
      this.bytes.take(this.chunks.open(index), index * this.chunks.chunk)
    } catch (error) {
      if (error instanceof OpenError) this.damage ??= error
      throw error
    }
    this.opened[index] = 1
    this.left--
  }
}
