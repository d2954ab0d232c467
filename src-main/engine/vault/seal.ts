import { randomFillSync } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { additionalData, type SealedPlace } from './additional-data'
import type { KdfSettings } from './kdf-settings'
import { xchacha20Poly1305 } from './xchacha20-poly1305'

/**
 * The cryptography of the vault; with `sign.ts` and `xchacha20-poly1305.ts` the only importer of libsodium.
 * A sealed thing is: format version (1 byte), nonce (24 random bytes), XChaCha20-Poly1305 ciphertext with its 16-byte tag.
 */
const FORMAT = 1
const NONCE_BYTES = 24
const TAG_BYTES = 16
export const KEY_BYTES = 32
/** How much longer a sealed thing is than its plaintext. */
export const SEAL_OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES

/** What did not open: a wrong key, changed bytes, or a thing moved from its place. The three cannot be told apart. */
export class OpenError extends Error {
  constructor(what: string) {
    super(`${what} does not open`)
    this.name = 'OpenError'
  }
}

/** Resolves when libsodium is ready. Everything else here needs that first. */
export const sealReady = (): Promise<void> => sodium.ready

/** From the system's generator in one call: libsodium's wrapper asks it anew for every four bytes. */
export const randomBytes = (length: number): Uint8Array => randomFillSync(new Uint8Array(length))

/** New keys come from the system's generator many at a time, too: each is erased where it was drawn as soon as it is taken. */
const keyPool = new Uint8Array(KEY_BYTES * 64)
let keyAt = keyPool.length
export function newKey(): Uint8Array {
  if (keyAt === keyPool.length) {
    randomFillSync(keyPool)
    keyAt = 0
  }
  const drawn = keyPool.subarray(keyAt, keyAt + KEY_BYTES)
  keyAt += KEY_BYTES
  const key = new Uint8Array(drawn)
  drawn.fill(0)
  return key
}

/** Nonces are public and only have to be unique, so they come from the system's generator many at a time. */
const noncePool = new Uint8Array(NONCE_BYTES * 128)
let nonceAt = noncePool.length
function takeNonce(): Uint8Array {
  if (nonceAt === noncePool.length) {
    randomFillSync(noncePool)
    nonceAt = 0
  }
  nonceAt += NONCE_BYTES
  return noncePool.slice(nonceAt - NONCE_BYTES, nonceAt)
}

export function seal(key: Uint8Array, plaintext: Uint8Array, place: SealedPlace, extra?: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(plaintext.length + SEAL_OVERHEAD)
  sealInto(sealed, 0, key, plaintext, place, extra)
  return sealed
}

/** As `seal`, into a part of something larger: from `at` on, `SEAL_OVERHEAD` longer than the plaintext. */
export function sealInto(
  target: Uint8Array,
  at: number,
  key: Uint8Array,
  plaintext: Uint8Array,
  place: SealedPlace,
  extra?: Uint8Array,
): void {
  const nonce = takeNonce()
  const ciphertext = xchacha20Poly1305(plaintext.length).encrypt(key, nonce, plaintext, additionalData(place, extra))
  target[at] = FORMAT
  target.set(nonce, at + 1)
  target.set(ciphertext, at + 1 + NONCE_BYTES)
}

/** Throws `OpenError` when the key, the bytes or the place differ from those it was sealed with. */
export function open(key: Uint8Array, sealed: Uint8Array, place: SealedPlace, extra?: Uint8Array): Uint8Array {
  if (sealed.length < SEAL_OVERHEAD || sealed[0] !== FORMAT) throw new OpenError(`${place.kind} ${place.field}`)
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const ciphertext = sealed.subarray(1 + NONCE_BYTES)
  try {
    return xchacha20Poly1305(ciphertext.length).decrypt(key, nonce, ciphertext, additionalData(place, extra))
  } catch {
    // Both throw a plain Error with no detail; the one thing it can mean here is that authentication failed.
    throw new OpenError(`${place.kind} ${place.field}`)
  }
}

/** One key per purpose from the vault key. The numbers are part of the format. */
const subkeyIds = { header: 1, journal: 2, index: 3, blobs: 4, secrets: 5, history: 6, webhooks: 7, anchor: 8 } as const
export type SubkeyPurpose = keyof typeof subkeyIds

export const deriveSubkey = (vaultKey: Uint8Array, purpose: SubkeyPurpose): Uint8Array =>
  sodium.crypto_kdf_derive_from_key(KEY_BYTES, subkeyIds[purpose], 'ncvault1', vaultKey)

/** HMAC-SHA-512-256. */
export const authenticate = (key: Uint8Array, message: Uint8Array): Uint8Array => sodium.crypto_auth(message, key)

/** Constant-time check of `authenticate`. */
export const verify = (key: Uint8Array, message: Uint8Array, mac: Uint8Array): boolean =>
  mac.length === sodium.crypto_auth_BYTES && sodium.crypto_auth_verify(mac, message, key)

/** Argon2id (RFC 9106), version 1.3, one lane. Needs the sumo build. The settings must have passed `kdfInBounds`. */
export const deriveFromPassword = (password: string, salt: Uint8Array, settings: KdfSettings): Uint8Array =>
  sodium.crypto_pwhash(
    KEY_BYTES,
    password.normalize('NFKC'),
    salt,
    settings.passes,
    settings.memoryKiB * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )

/** Keyed BLAKE2b: a key from a recovery code, which is itself as good as a key. `place` makes it this vault's alone. */
export const deriveFromCode = (code: Uint8Array, place: SealedPlace): Uint8Array =>
  sodium.crypto_generichash(KEY_BYTES, additionalData(place), code)

export const SALT_BYTES = 16

/** Overwrites key bytes that are no longer needed. */
export const erase = (bytes: Uint8Array): void => sodium.memzero(bytes)
