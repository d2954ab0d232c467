import type { OpenFile, VaultFiles } from '../port'
import { LazyImage } from './lazy-image'
import type { BlobPlace } from './record-directory'
import { SealedChunks } from './sealed-chunks'
import { decodeHead, HEAD_BYTES, type SnapshotHead, type SnapshotKeys, snapshotName } from './snapshot-head'
import type { Turns } from './turns'

/** A database up to this size is opened as a whole: so much is quick, and whatever is wrong with it shows at once. */
const SMALL_BYTES = 1024 * 1024

/** What many blobs are read by: a read of each by itself costs a step of another thread, and memory that is garbage at once. */
const WINDOW_BYTES = 256 * 1024

/** An open snapshot, for blobs and for what is not opened yet. */
export class Snapshot {
  private constructor(
    private readonly file: OpenFile,
    readonly head: SnapshotHead,
    private readonly parts: Readonly<{ image: SealedChunks; directory: SealedChunks; search: SealedChunks }>,
  ) {}

  /**
   * Throws `OpenError` when the head or the directory is damaged, missing or from elsewhere; or any of the image, where that is small or
   * `whole` is asked for. A large image is opened where it is read, and damage in it shows there.
   */
  static async open(files: VaultFiles, generation: number, keys: SnapshotKeys, { whole = false } = {}) {
    const file = await files.open(snapshotName(generation))
    try {
      const headBytes = file.peek(0, HEAD_BYTES)
      const { head, chunk } = decodeHead(headBytes, generation)
      const where = { file, keys, generation, head: headBytes }
      const image = new SealedChunks(where, 'image', head.blobEnd, head.imageLength, chunk)
      const directory = new SealedChunks(where, 'directory', image.end, head.directoryLength, chunk)
      const search = new SealedChunks(where, 'search', directory.end, head.searchLength, chunk)
      const snapshot = new Snapshot(file, head, { image, directory, search })
      const lazy = new LazyImage(image)
      if (whole || head.imageLength <= SMALL_BYTES) {
        lazy.openAll()
        search.whole()
      }
      return { snapshot, image: lazy, directory: directory.whole() }
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** Size of the file, in bytes. */
  get bytes(): number {
    return this.parts.search.end
  }

  /** What is searched in, as `SearchIndex` has written it; empty in snapshots of format 1. Throws `OpenError`. */
  searchText(): Uint8Array {
    return this.parts.search.whole()
  }

  /** Opens what is searched in and forgets it. Throws `OpenError`. */
  async checkSearch(turns: Turns, signal: { readonly aborted: boolean }): Promise<void> {
    for (let index = 0; index < this.parts.search.count && !signal.aborted; index++) {
      this.parts.search.open(index)
      await turns.pause()
    }
  }

  /** Opens all of the index tier and forgets it. Throws `OpenError` at the first chunk that does not open. */
  async check(turns: Turns): Promise<void> {
    for (const part of Object.values(this.parts))
      for (let index = 0; index < part.count; index++) {
        part.open(index)
        await turns.pause()
      }
  }

  readBlob(place: BlobPlace): Promise<Uint8Array> {
    return this.file.read(place.offset, place.length)
  }

  /** For many in the order that they were written in: read a window at a time, of which each is a part. */
  blobReader(): (place: BlobPlace) => Promise<Uint8Array> {
    let window: { offset: number; bytes: Uint8Array } = { offset: 0, bytes: new Uint8Array() }
    return async (place) => {
      const end = place.offset + place.length
      if (place.offset < window.offset || end > window.offset + window.bytes.length) {
        const length = Math.max(place.length, Math.min(WINDOW_BYTES, this.head.blobEnd - place.offset))
        window = { offset: place.offset, bytes: await this.file.read(place.offset, length) }
      }
      return window.bytes.subarray(place.offset - window.offset, end - window.offset)
    }
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
