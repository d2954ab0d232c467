import { beforeAll, describe, expect, test } from 'vitest'
import { names, unlock, vaultPorts } from '../vault-fixture'
import { range, tryEach } from './try-each'
import { hashesOf, WrittenJournal } from './written-journal'

const RECORDS = 200
/** How many records are read before and after the one in question: what comes earlier or later is read alike. */
const AROUND = 1
/** The whole journal is read at every so many bytes, and at both sides of every border of two records. */
const WHOLE_EVERY = 211

let made: WrittenJournal
let borders: number[]
beforeAll(async () => {
  made = await WrittenJournal.of(RECORDS)
  borders = made.starts.flatMap((start) => [start - 1, start, start + 1]).filter((at) => at >= 0 && at < made.bytes.length)
})

const allBytes = () => range(0, made.bytes.length)
const someBytes = (every: number) => [...new Set([...range(0, made.bytes.length, every), ...borders])].sort((a, b) => a - b)

function flipped(bytes: Uint8Array, offset: number): Uint8Array {
  const changed = bytes.slice()
  changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8))
  return changed
}

describe(`a journal of ${RECORDS} records, cut`, () => {
  function expectTorn(cut: number, from: number): void {
    const record = made.recordAt(cut)
    const left = made.bytes.slice(made.startOf(from), cut)
    // As the disk leaves it: preallocated zeros may or may not follow.
    for (const bytes of [left, padded(left)]) {
      const scan = made.scan(bytes, from)
      const isTorn = scan.tornTo !== undefined
      expectSame(hashesOf(scan), made.hashes.slice(from, record))
      expectSame([scan.damage.length, scan.end], [0, made.startOf(record) - made.startOf(from)])
      expectSame([isTorn], [cut > made.startOf(record)])
    }
  }

  test('at any byte has every record before the cut, and the rest is a torn tail', async () => {
    expect(made.records).toBe(RECORDS)
    await tryEach(allBytes(), (cut) => expectTorn(cut, Math.max(0, made.recordAt(cut) - AROUND)))
  })

  test('has them also when all of it is read from its beginning', async () => {
    await tryEach(someBytes(WHOLE_EVERY), (cut) => expectTorn(cut, 0))
  })

  test('opens as a vault with everything before the cut, and takes what comes next', async () => {
    // Before the end of the first record there is nothing yet that anybody was promised.
    await tryEach(range(made.startOf(1), made.bytes.length, 1511), async (cut) => {
      const ports = vaultPorts(made.with(made.bytes.slice(0, cut)))
      const vault = await unlock(ports)
      expect(vault.upkeep.events).toBe(made.recordAt(cut))
      expect(vault.found?.findings.files).toEqual([])
      expect(ports.logger.lines).toEqual([])
      await vault.close()
    })
  })
})

/** As `toEqual`, which takes longer than what is tried here. */
function expectSame(found: readonly unknown[], wanted: readonly unknown[]): void {
  if (found.length !== wanted.length || found.some((value, i) => value !== wanted[i])) expect(found).toEqual(wanted)
}

const padded = (bytes: Uint8Array) => new Uint8Array(Buffer.concat([bytes, new Uint8Array(4096)]))

describe('a flipped bit', () => {
  /** @param to the first record that is not read any more */
  function expectFound(offset: number, from: number, to: number): void {
    const record = made.recordAt(offset)
    const start = made.startOf(from)
    const scan = made.scan(flipped(made.bytes.subarray(start, made.startOf(to)), offset - start), from)
    const isBefore = scan.damage.some((found) => found.offset + start < made.startOf(record))
    expectSame([scan.tornTo, scan.damage.length > 0, isBefore], [undefined, true, false])
    const read = hashesOf(scan)
    const all = made.hashes.slice(from, to)
    // The end bytes of a record are no part of what it says.
    expectSame(read, read.length === all.length ? all : all.filter((hash) => hash !== made.hashes[record]))
  }

  test('in any byte of the journal is damage, never a torn tail, and costs the one record that it is in at most', async () => {
    await tryEach(allBytes(), (offset) => {
      const record = made.recordAt(offset)
      expectFound(offset, Math.max(0, record - AROUND), Math.min(RECORDS, record + AROUND + 1))
    })
  })

  test('in any byte of the last record is damage too, whatever record is the last', async () => {
    await tryEach(allBytes(), (offset) => {
      const record = made.recordAt(offset)
      expectFound(offset, Math.max(0, record - 1), record + 1)
    })
  })

  test('costs no more when all of the journal is read from its beginning', async () => {
    await tryEach(someBytes(WHOLE_EVERY), (offset) => expectFound(offset, 0, RECORDS))
  })

  test('is reported by the vault, which opens with all the other records and lives on', async () => {
    const whole = names(await unlock(vaultPorts(made.files.copy())))
    await tryEach(range(made.startOf(1), made.bytes.length, 2011), async (offset) => {
      const ports = vaultPorts(made.with(flipped(made.bytes, offset)))
      const vault = await unlock(ports)
      expect(vault.found?.findings.files.map(({ file }) => file)).toEqual(['journal-1'])
      const lost = whole.filter((name) => !names(vault).includes(name))
      expect(lost.length).toBeLessThanOrEqual(1)
      await vault.settled()
      expect([...ports.files.contents.keys()]).toContain('snapshot-2')
      const before = names(vault)
      await vault.close()
      const again = vaultPorts(ports.files)
      expect(names(await unlock(again))).toEqual(before)
      expect(again.logger.lines).toEqual([])
    })
  })
})
