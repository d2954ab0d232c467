import { Segments } from './segments'
import { CHUNK_BYTES } from './snapshot-head'

/** More at once, from the beginning, is asked for by nobody but who moves the file elsewhere; SQLite's largest page is no longer. */
const LARGEST_READ = 64 * 1024

/** A database as it was at one moment, while it goes on. */
export interface FrozenBytes {
  readonly length: number
  subarray(begin: number, end: number): Uint8Array
  /** To be told when it is not needed any more: until then what changes is kept as it was. */
  release(): void
}

/**
 * The bytes of a database's file. It stands in the place of the buffer of a file in Emscripten's memory file system, which reads by
 * `subarray`, writes by `set`, and takes what `slice` answers for its own when the file is made. So it hears of every change, and can
 * be frozen without a copy.
 */
export class ImageFile {
  /** More than there ever is: otherwise Emscripten would put a longer buffer of its own in its place. */
  readonly length = Number.MAX_SAFE_INTEGER
  protected readonly bytes = new Segments()
  private end: number
  private frozen: Frozen | undefined
  private isMoved = false

  /** What it begins with is written by whoever makes it. */
  constructor(size: number) {
    this.end = size
  }

  static of(image: Uint8Array): ImageFile {
    const file = new ImageFile(image.length)
    file.bytes.write(image, 0)
    return file
  }

  /** What sql.js is given for the bytes of a database. */
  asFile(): Uint8Array {
    const file = { length: this.end, subarray: true, slice: () => this }
    return file as unknown as Uint8Array
  }

  subarray(begin: number, end: number): Uint8Array {
    this.prepare(begin, end)
    // Emscripten copies it when a file is cut off, and writes to the copy from then on.
    if (begin === 0 && end > LARGEST_READ) this.isMoved = true
    return this.bytes.read(begin, end)
  }

  set(source: ArrayLike<number>, offset: number): void {
    const end = offset + source.length
    this.prepare(offset, end)
    this.frozen?.keep(offset, end)
    if (offset > this.end) this.bytes.zero(this.end, offset)
    this.bytes.write(source, offset)
    this.end = Math.max(this.end, end)
  }

  /**
   * As it is now, between two transactions; only the last one that was taken can be read. `size`: what SQLite takes the file for.
   * Undefined where the file's bytes are somewhere else by now.
   */
  freeze(size: number): FrozenBytes | undefined {
    if (this.isMoved || size !== this.end) return undefined
    this.frozen?.release()
    const frozen = new Frozen(
      size,
      (begin, end) => this.at(begin, end),
      () => {
        if (this.frozen === frozen) this.frozen = undefined
      },
    )
    this.frozen = frozen
    return frozen
  }

  /** Before bytes are read or written. */
  protected prepare(_begin: number, _end: number): void {}

  private at(begin: number, end: number): Uint8Array {
    this.prepare(begin, end)
    return this.bytes.read(begin, end)
  }
}

/** Read from the file, but for the chunks that were written over since. */
class Frozen implements FrozenBytes {
  private readonly kept = new Map<number, Uint8Array>()
  private isReleased = false

  constructor(
    readonly length: number,
    private readonly now: (begin: number, end: number) => Uint8Array,
    private readonly onRelease: () => void,
  ) {}

  keep(begin: number, end: number): void {
    for (let chunk = Math.floor(begin / CHUNK_BYTES); chunk * CHUNK_BYTES < Math.min(end, this.length); chunk++)
      if (!this.kept.has(chunk)) this.kept.set(chunk, this.inFile(chunk).slice())
  }

  subarray(begin: number, end: number): Uint8Array {
    if (this.isReleased) throw new Error('what a database was is not kept any more')
    const first = Math.floor(begin / CHUNK_BYTES)
    if (end > (first + 1) * CHUNK_BYTES) throw new RangeError('a frozen database is read by chunks')
    const from = first * CHUNK_BYTES
    return (this.kept.get(first) ?? this.inFile(first)).subarray(begin - from, end - from)
  }

  release(): void {
    this.isReleased = true
    this.kept.clear()
    this.onRelease()
  }

  private inFile(chunk: number): Uint8Array {
    return this.now(chunk * CHUNK_BYTES, Math.min((chunk + 1) * CHUNK_BYTES, this.length))
  }
}
