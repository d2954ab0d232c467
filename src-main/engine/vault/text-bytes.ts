const QUOTE = 0x22
const BACKSLASH = 0x5c
/** UTF-8 needs no more than that for a UTF-16 code unit. */
const MOST_BYTES = 3

/** JSON that is put together in UTF-8. */
export class TextBytes {
  private bytes = Buffer.alloc(1024)
  private length = 0

  get capacity(): number {
    return this.bytes.length
  }

  clear(): void {
    this.length = 0
  }

  /** What is short comes out of Node's pool. */
  copy(): Uint8Array {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }

  /** As it is: of ASCII only. */
  ascii(text: string): void {
    const bytes = this.withRoom(text.length)
    for (let index = 0; index < text.length; index++) bytes[this.length++] = text.charCodeAt(index)
  }

  /** As a JSON string. */
  string(text: string): void {
    const bytes = this.withRoom(text.length + 2)
    let at = this.length
    bytes[at++] = QUOTE
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit < 0x20 || unit > 0x7e || unit === QUOTE || unit === BACKSLASH) {
        // Not one byte for each character, or not as it is: all of it anew.
        const json = JSON.stringify(text)
        this.length += this.withRoom(json.length * MOST_BYTES).write(json, this.length)
        return
      }
      bytes[at++] = unit
    }
    bytes[at++] = QUOTE
    this.length = at
  }

  private withRoom(more: number): Buffer {
    if (this.length + more > this.bytes.length) {
      const bytes = Buffer.alloc(Math.max(this.length + more, this.bytes.length * 2))
      bytes.set(this.bytes.subarray(0, this.length))
      this.bytes = bytes
    }
    return this.bytes
  }
}
