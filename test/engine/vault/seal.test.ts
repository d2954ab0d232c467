import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { additionalData, type SealedPlace } from '../../../src-main/engine/vault/additional-data'
import {
  deriveFromPassword,
  KEY_BYTES,
  newKey,
  OpenError,
  open,
  randomBytes,
  SEAL_OVERHEAD,
  seal,
  sealReady,
} from '../../../src-main/engine/vault/seal'

const place: SealedPlace = { vaultId: 'v', kind: 'record', recordId: 'cred_1', field: 'secret', version: 1 }
beforeAll(sealReady)

test('what was sealed opens again, at the cost of its version byte, nonce and tag', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (plaintext) => {
      const key = randomBytes(32)
      const sealed = seal(key, plaintext, place)
      expect(sealed.length).toBe(plaintext.length + SEAL_OVERHEAD)
      expect(Buffer.compare(open(key, sealed, place), plaintext)).toBe(0)
    }),
  )
})

test.each([
  ['vaultId', { ...place, vaultId: 'w' }],
  ['kind', { ...place, kind: 'journal' }],
  ['record', { ...place, recordId: 'cred_2' }],
  ['field', { ...place, field: 'name' }],
  ['version', { ...place, version: 2 }],
])('a sealed thing moved to another %s does not open', (_, elsewhere) => {
  const key = randomBytes(32)
  expect(() => open(key, seal(key, Uint8Array.of(1, 2, 3), place), elsewhere)).toThrow(OpenError)
})

test('no flipped bit of a sealed thing goes unnoticed', () => {
  const key = randomBytes(32)
  const sealed = seal(key, Uint8Array.of(1, 2, 3), place)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = sealed.slice()
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => open(key, changed, place)).toThrow(OpenError)
  }
})

test('two places never share their additional data', () => {
  const text = fc.string({ maxLength: 6 })
  const places = fc.record({ vaultId: text, kind: text, recordId: text, field: text, version: fc.nat(3) })
  fc.assert(
    fc.property(places, places, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      expect(Buffer.compare(additionalData(a), additionalData(b)) === 0).toBe(same)
    }),
  )
})

test('the password derivation is Argon2id 1.3 as every libsodium has it', () => {
  // From the reference implementation: echo -n password | argon2 somesaltsomesalt -id -t 3 -k 65536 -p 1 -l 32 -v 13 -r
  const key = deriveFromPassword('password', new TextEncoder().encode('somesaltsomesalt'), {
    algorithm: 'argon2id13',
    memoryKiB: 65536,
    passes: 3,
  })
  expect(Buffer.from(key).toString('hex')).toBe('7664ad4ba1a3c999fcdd0991ffc2270f78302d2383233db5e7befc85d1bb1819')
})

test('a password means the same however its characters were composed', () => {
  const settings = { algorithm: 'argon2id13', memoryKiB: 19 * 1024, passes: 1 } as const
  const salt = new Uint8Array(16)
  expect(deriveFromPassword('Zoe\u0308 1234', salt, settings)).toEqual(deriveFromPassword('Zo\u00eb 1234', salt, settings))
})

test('no nonce is ever used twice', () => {
  const key = randomBytes(32)
  const nonces = Array.from({ length: 1000 }, () =>
    Buffer.from(seal(key, new Uint8Array(), place).subarray(1, 25)).toString('hex'),
  )
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('new keys are whole, and none is given twice, however many are taken', () => {
  const keys = Array.from({ length: 1000 }, newKey)
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1000)
  for (const key of keys) {
    expect(key).toHaveLength(KEY_BYTES)
    // One that was erased too soon would be zeros.
    expect(key.filter((byte) => byte === 0).length).toBeLessThan(9)
  }
})
