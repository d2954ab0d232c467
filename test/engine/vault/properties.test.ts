import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../../src-main/engine/vault/canonical'
import { encodeRecord, eventBytes } from '../../../src-main/engine/vault/journal-record'
import { scanJournal } from '../../../src-main/engine/vault/journal-scan'
import { randomBytes, sealReady } from '../../../src-main/engine/vault/seal'
import type { JournalEntry, VaultEvent } from '../../../src-main/engine/vault/vault-event'

beforeAll(sealReady)

const vaultId = 'vault_of_properties'
const text = fc.string({ unit: 'binary', maxLength: 40 })
const said = fc.record({ record: text, name: text, nameBefore: text, secret: fc.option(fc.uint8Array({ maxLength: 300 })) })

function journalOf(key: Uint8Array, all: (typeof said extends fc.Arbitrary<infer Said> ? Said : never)[]) {
  let previous: Uint8Array = new Uint8Array(32)
  return all.map(({ record, name, nameBefore, secret }, index) => {
    const event: VaultEvent = {
      ...{ kind: 'connection.renamed', record, data: { name, nameBefore } },
      ...{ v: 1, sequence: index + 1, at: '2026-11-21T09:00:00.000Z', actor: null },
    }
    const bytes = eventBytes(event)
    const entry: JournalEntry = secret ? { event, secret: { wrappedKey: randomBytes(77), sealed: secret } } : { event }
    const encoded = encodeRecord(key, vaultId, entry, bytes, previous)
    previous = sha256(bytes)
    return { entry, encoded }
  })
}

const scan = (bytes: Uint8Array, key: Uint8Array) => scanJournal(bytes, { key, vaultId, sequence: 0, hash: new Uint8Array(32) })

test('whatever events there are, what was written to a journal is what is read from it', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), fc.nat({ max: 9000 }), (all, zeros) => {
      const key = randomBytes(32)
      const written = journalOf(key, all)
      const bytes = Buffer.concat(written.map(({ encoded }) => encoded))
      const found = scan(new Uint8Array(Buffer.concat([bytes, new Uint8Array(zeros)])), key)
      expect(found.entries.map(({ entry }) => entry)).toEqual(written.map(({ entry }) => entry))
      expect(found).toMatchObject({ damage: [], missing: [], end: bytes.length, tornTo: undefined, lastSequence: all.length })
    }),
  )
})

test('whatever stands between records, every record is read, and the rest is damage', () => {
  const garbage = fc.uint8Array({ minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(fc.array(fc.tuple(said, garbage), { minLength: 1, maxLength: 8 }), (all) => {
      const key = randomBytes(32)
      const written = journalOf(
        key,
        all.map(([each]) => each),
      )
      const bytes = Buffer.concat(written.flatMap(({ encoded }, index) => [all[index]?.[1] ?? new Uint8Array(), encoded]))
      const found = scan(new Uint8Array(bytes), key)
      expect(found.entries.map(({ entry }) => entry)).toEqual(written.map(({ entry }) => entry))
      expect(found.damage).toHaveLength(all.length)
      expect(found.tornTo).toBeUndefined()
    }),
  )
})
