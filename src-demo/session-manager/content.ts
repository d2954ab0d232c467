/** The bytes of a file, read as they are sent. */
export interface Content {
  /** Bytes. */
  size: number
  /** From an offset to the end. */
  open(from: number): AsyncIterable<Uint8Array>
}

export const contentOf = (bytes: Uint8Array): Content => ({
  size: bytes.length,
  async *open(from) {
    yield bytes.subarray(from)
  },
})
