import { CHUNK_BYTES } from './snapshot-head'

/** What a snapshot is opened in: a chunk is then a piece as it is. A multiple of SQLite's pages, which are read one at a time. */
const SEGMENT_BYTES = CHUNK_BYTES

/**
 * Bytes in pieces that are made when something is written to them. A vault of a hundred thousand has fifty megabytes, of which the first list needs
 * a few: asked for as one piece, or in large ones, they made V8 collect its garbage in the middle of an unlocking. More of them need nothing to be moved.
 */
export class Segments {
  private readonly pieces: (Uint8Array | undefined)[] = []

  /** What is there; a copy where it lies in several pieces. Nothing that was not written may be asked for. */
  read(begin: number, end: number): Uint8Array {
    const first = Math.floor(begin / SEGMENT_BYTES)
    const from = first * SEGMENT_BYTES
    if (end <= from + SEGMENT_BYTES) return this.piece(first).subarray(begin - from, end - from)
    const whole = new Uint8Array(end - begin)
    this.each(begin, end, (piece, at, length, done) => whole.set(piece.subarray(at, at + length), done))
    return whole
  }

  write(source: ArrayLike<number>, offset: number): void {
    const bytes = source instanceof Uint8Array ? source : Uint8Array.from(source)
    this.each(offset, offset + bytes.length, (piece, at, length, done) => piece.set(bytes.subarray(done, done + length), at))
  }

  /** As `write`, of bytes that nobody else uses: they are kept as they are where they make up a piece. */
  take(bytes: Uint8Array, offset: number): void {
    if (bytes.length === SEGMENT_BYTES && offset % SEGMENT_BYTES === 0) this.pieces[offset / SEGMENT_BYTES] = bytes
    else this.write(bytes, offset)
  }

  zero(begin: number, end: number): void {
    this.each(begin, end, (piece, at, length) => piece.fill(0, at, at + length))
  }

  private each(begin: number, end: number, visit: (piece: Uint8Array, at: number, length: number, done: number) => void): void {
    for (let place = begin; place < end; ) {
      const index = Math.floor(place / SEGMENT_BYTES)
      const at = place - index * SEGMENT_BYTES
      const length = Math.min(SEGMENT_BYTES - at, end - place)
      visit(this.piece(index), at, length, place - begin)
      place += length
    }
  }

  private piece(index: number): Uint8Array {
    let piece = this.pieces[index]
    // Not zeroed: it is read after it was written, and touching all of it would take as long as opening it.
    piece ??= new Uint8Array(Buffer.allocUnsafeSlow(SEGMENT_BYTES).buffer)
    this.pieces[index] = piece
    return piece
  }
}
