/** Where a record's sealed secret and the newest block of its history are. Offsets and lengths in bytes. */
export interface BlobPlace {
  offset: number
  length: number
}
export interface HistoryPlace extends BlobPlace {
  segment: number
}

const ENTRY_BYTES = 32

/**
 * A flat table by record number: 32 bytes each, so that 100,000 records load as one array, without a step per record.
 * Entry: blob offset f64, blob length u32, history segment u32, history offset f64, history length u32, 4 spare bytes.
 */
export class RecordDirectory {
  private view: DataView

  constructor(private bytes: Uint8Array = new Uint8Array(ENTRY_BYTES * 64)) {
    this.view = viewOf(bytes)
  }

  blob(n: number): BlobPlace | undefined {
    const at = n * ENTRY_BYTES
    if (at >= this.bytes.length) return undefined
    const length = this.view.getUint32(at + 8)
    return length === 0 ? undefined : { offset: this.view.getFloat64(at), length }
  }

  setBlob(n: number, place: BlobPlace | undefined): void {
    const at = this.entry(n)
    this.view.setFloat64(at, place?.offset ?? 0)
    this.view.setUint32(at + 8, place?.length ?? 0)
  }

  history(n: number): HistoryPlace | undefined {
    const at = n * ENTRY_BYTES
    if (at >= this.bytes.length) return undefined
    const segment = this.view.getUint32(at + 12)
    return segment === 0 ? undefined : { segment, offset: this.view.getFloat64(at + 16), length: this.view.getUint32(at + 24) }
  }

  setHistory(n: number, place: HistoryPlace): void {
    const at = this.entry(n)
    this.view.setUint32(at + 12, place.segment)
    this.view.setFloat64(at + 16, place.offset)
    this.view.setUint32(at + 24, place.length)
  }

  /** The newest history segment that any record has events in; 0 when there is none. */
  get newestSegment(): number {
    let newest = 0
    for (let at = 12; at < this.bytes.length; at += ENTRY_BYTES) newest = Math.max(newest, this.view.getUint32(at))
    return newest
  }

  /** The highest number there may be an entry for. */
  get last(): number {
    return this.bytes.length / ENTRY_BYTES - 1
  }

  toBytes(): Uint8Array {
    return this.bytes.slice()
  }

  private entry(n: number): number {
    const at = n * ENTRY_BYTES
    if (at >= this.bytes.length) {
      const grown = new Uint8Array(Math.max(at + ENTRY_BYTES, this.bytes.length * 2))
      grown.set(this.bytes)
      this.bytes = grown
      this.view = viewOf(grown)
    }
    return at
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
