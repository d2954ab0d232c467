import type { SeededRandom } from './seeded-random'

/** A disk writes these at once, or not at all. */
const SECTOR_BYTES = 512

interface Write {
  offset: number
  data: Uint8Array
  before: Uint8Array
  /** How long the file was. */
  lengthBefore: number
  /** A sync that failed has given it up: no later one makes it durable. `kept`: synced, on top of one that was given up. */
  state: 'unsynced' | 'given up' | 'kept'
}

/** One file of a disk, whatever its name: what was written since it was last synced can still be lost, wholly or in part. */
export class FakeFile {
  private writes: Write[] = []

  constructor(public bytes: Uint8Array) {}

  write(offset: number, data: Uint8Array): void {
    const end = offset + data.length
    const lengthBefore = this.bytes.length
    const before = this.bytes.slice(offset, end)
    this.writes.push({ offset, data: data.slice(), before, lengthBefore, state: 'unsynced' })
    this.bytes = grown(this.bytes, end)
    this.bytes.set(data, offset)
  }

  synced(): void {
    const givenUp = this.writes.some(({ state }) => state === 'given up')
    if (!givenUp) this.writes = []
    for (const write of this.writes) if (write.state === 'unsynced') write.state = 'kept'
  }

  /** As Linux has it: what could not be written is marked clean, and the next sync knows nothing of it. */
  syncFailed(): void {
    for (const write of this.writes) if (write.state === 'unsynced') write.state = 'given up'
  }

  /** What a power cut leaves. Without `random`, nothing that was not synced. */
  afterPowerCut(random: SeededRandom | undefined): Uint8Array {
    let bytes: Uint8Array = this.bytes.slice()
    for (const { offset, before, lengthBefore } of this.writes.toReversed()) {
      bytes.set(before, offset)
      bytes = bytes.slice(0, lengthBefore)
    }
    // What is written over later can be on the disk although the later is not, and never the other way around: so in this order.
    for (const write of this.writes) {
      for (const [from, to] of write.state === 'kept' ? [[0, write.data.length] as const] : piecesLeft(write, random)) {
        bytes = grown(bytes, write.offset + to)
        bytes.set(write.data.subarray(from, to), write.offset + from)
      }
    }
    return bytes
  }
}

/** Which parts of a write are on the disk: all of it, none, or some of its sectors. */
function piecesLeft({ offset, data }: Write, random: SeededRandom | undefined): (readonly [number, number])[] {
  const fate = random?.below(3) ?? 0
  if (!random || fate === 0) return []
  if (fate === 1) return [[0, data.length]]
  const pieces: [number, number][] = []
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + SECTOR_BYTES - ((offset + from) % SECTOR_BYTES))
    if (random.chance(0.5)) pieces.push([from, to])
    from = to
  }
  return pieces
}

function grown(bytes: Uint8Array, length: number): Uint8Array {
  if (length <= bytes.length) return bytes
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}
