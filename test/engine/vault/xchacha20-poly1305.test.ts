import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sealReady } from '../../../src-main/engine/vault/seal'
import { byLibsodium, byOpenssl } from '../../../src-main/engine/vault/xchacha20-poly1305'

beforeAll(sealReady)

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const message = fc.tuple(bytes(32), bytes(24), fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 300 }))

test('libsodium and OpenSSL make the same bytes of the same message, and open each other', () => {
  fc.assert(
    fc.property(message, ([key, nonce, plaintext, extra]) => {
      const sealed = byLibsodium.encrypt(key, nonce, plaintext, extra)
      expect(Buffer.compare(byOpenssl.encrypt(key, nonce, plaintext, extra), sealed)).toBe(0)
      expect(Buffer.compare(byOpenssl.decrypt(key, nonce, sealed, extra), plaintext)).toBe(0)
    }),
  )
})

test('neither opens what was changed in any bit', () => {
  const changed = fc.tuple(message, fc.nat(), fc.nat({ max: 7 }))
  fc.assert(
    fc.property(changed, ([[key, nonce, plaintext, extra], where, bit]) => {
      const sealed = byLibsodium.encrypt(key, nonce, plaintext, extra)
      const at = where % sealed.length
      sealed[at] = (sealed[at] ?? 0) ^ (1 << bit)
      for (const aead of [byLibsodium, byOpenssl]) expect(() => aead.decrypt(key, nonce, sealed, extra)).toThrow()
    }),
  )
})
