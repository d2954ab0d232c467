/** Bits of the table that says where it is worth looking closer. */
const TABLE_BITS = 20

/** Finds many byte strings in one pass, however many there are. Each is at least four bytes long. */
export class ByteIndex<Named> {
  private readonly maybe = new Uint8Array(1 << TABLE_BITS)
  private readonly byStart = new Map<number, { bytes: Buffer; named: Named }[]>()

  add(bytes: Buffer, named: Named): void {
    const start = bytes.readUInt32LE(0)
    const same = this.byStart.get(start) ?? []
    same.push({ bytes, named })
    this.byStart.set(start, same)
    this.maybe[slotOf(start)] = 1
  }

  /** What is in there, each once. */
  foundIn(content: Buffer): Set<Named> {
    const found = new Set<Named>()
    for (let at = 0; at + 4 <= content.length; at++) {
      const start = content.readUInt32LE(at)
      if (this.maybe[slotOf(start)] === 0) continue
      for (const { bytes, named } of this.byStart.get(start) ?? []) {
        if (!found.has(named) && content.subarray(at, at + bytes.length).equals(bytes)) found.add(named)
      }
    }
    return found
  }
}

const slotOf = (start: number): number => Math.imul(start, 0x9e3779b1) >>> (32 - TABLE_BITS)
