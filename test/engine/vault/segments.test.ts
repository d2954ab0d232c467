import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Segments } from '../../../src-main/engine/vault/segments'
import { CHUNK_BYTES } from '../../../src-main/engine/vault/snapshot-head'

const MIB = 1024 * 1024

test('what was written or zeroed is read back, within a piece and across them', () => {
  const place = fc
    .constantFrom(0, 4096, MIB - 5, MIB, 2 * MIB - 1, 3 * MIB - 4096)
    .chain((at) => fc.integer({ min: at, max: at + 10 }))
  const step = fc.record({ at: place, length: fc.constantFrom(1, 7, 4096, MIB + 9), value: fc.nat(255) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const wanted = new Uint8Array(5 * MIB)
      const segments = new Segments()
      segments.zero(0, wanted.length)
      for (const { at, length, value } of steps) {
        wanted.fill(value, at, at + length)
        if (value === 0) segments.zero(at, at + length)
        else segments.write(new Uint8Array(length).fill(value), at)
      }
      for (const { at, length } of steps)
        expect(Buffer.compare(segments.read(at, at + length), wanted.subarray(at, at + length))).toBe(0)
      expect(Buffer.compare(segments.read(0, wanted.length), wanted)).toBe(0)
    }),
    { numRuns: 30 },
  )
})

test('a piece that was given away whole is kept as it is, and written over like any other; another length is copied', () => {
  const segments = new Segments()
  const whole = new Uint8Array(CHUNK_BYTES).fill(1)
  const short = new Uint8Array(10).fill(2)
  segments.take(whole, CHUNK_BYTES)
  segments.take(short, 2 * CHUNK_BYTES)
  expect(segments.read(CHUNK_BYTES, 2 * CHUNK_BYTES).buffer).toBe(whole.buffer)
  segments.write(Uint8Array.of(3, 3), 2 * CHUNK_BYTES - 1)
  short.fill(9)
  expect([...segments.read(2 * CHUNK_BYTES - 2, 2 * CHUNK_BYTES + 3)]).toEqual([1, 3, 3, 2, 2])
})
