import { getCiphers } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { deriveFromPassword, sealReady } from '../../../src-main/engine/vault/seal'
import { byLibsodium, byOpenssl } from '../../../src-main/engine/vault/xchacha20-poly1305'

beforeAll(sealReady)

const hex = (...lines: string[]) => new Uint8Array(Buffer.from(lines.join(''), 'hex'))

describe('XChaCha20-Poly1305 as published (draft-irtf-cfrg-xchacha, appendix A.3.1)', () => {
  const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
  const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657')
  const additionalData = hex('50515253c0c1c2c3c4c5c6c7')
  const plaintext = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const ciphertext = hex(
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb',
    '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452',
    '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9',
    '21f9664c97637da9768812f615c68b13b52e',
  )
  const tag = hex('c0875924c1c7987947deafd8780acf49')
  const whole = new Uint8Array([...ciphertext, ...tag])

  const paths = [
    ['libsodium', byLibsodium],
    // Electron's own library has none by that name, and the vault does not ask for it there.
    ...(getCiphers().includes('chacha20-poly1305') ? ([['OpenSSL', byOpenssl]] as const) : []),
  ] as const

  test.each(paths)('%s seals to the published bytes, and opens them', (_, aead) => {
    expect(Buffer.from(aead.encrypt(key, nonce, plaintext, additionalData)).toString('hex')).toBe(
      Buffer.from(whole).toString('hex'),
    )
    expect(Buffer.compare(aead.decrypt(key, nonce, whole, additionalData), plaintext)).toBe(0)
  })
})

/**
 * libsodium takes one lane, no secret, no additional data and a salt of 16 bytes, so neither RFC 9106's own vector nor those of the
 * reference implementation (salts of 8 bytes) can be put to it. They are put to another implementation, and that one's answers to ours.
 */
describe('Argon2id 1.3 as published', () => {
  const other = (password: string, salt: string, iterations: number, memorySize: number) =>
    argon2id({ password, salt: Buffer.from(salt), iterations, memorySize, parallelism: 1, hashLength: 32, outputType: 'hex' })

  // The one-lane vectors of the reference implementation's test suite.
  test.each([
    ['password', 'somesalt', 2, 65536, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    ['password', 'somesalt', 2, 256, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    ['password', 'somesalt', 1, 65536, 'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98'],
    ['password', 'somesalt', 4, 65536, '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c'],
    ['differentpassword', 'somesalt', 2, 65536, '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde'],
    ['password', 'diffsalt', 2, 65536, 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])('%s, %s, %i passes, %i KiB: the other implementation has it', async (password, salt, passes, memoryKiB, expected) => {
    expect(await other(password, salt, passes, memoryKiB)).toBe(expected)
  })

  test.each([
    ['password', 'somesaltsomesalt', 1, 19 * 1024],
    ['differentpassword', 'diffsaltdiffsalt', 2, 19 * 1024],
    ['correct horse battery', '0123456789abcdef', 3, 64 * 1024],
    ['pâsswörd 密码', 'fedcba9876543210', 4, 20 * 1024],
  ])('%s, %s, %i passes, %i KiB: ours is what the other one has', async (password, salt, passes, memoryKiB) => {
    const settings = { algorithm: 'argon2id13', memoryKiB, passes } as const
    const ours = Buffer.from(deriveFromPassword(password, Buffer.from(salt), settings)).toString('hex')
    expect(ours).toBe(await other(password.normalize('NFKC'), salt, passes, memoryKiB))
  })
})
