import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha). Keys of 32 bytes, nonces of 24; the tag is the last 16 bytes of a ciphertext. */
export interface Aead {
  encrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, additionalData: Uint8Array): Uint8Array
  /** Throws where the tag is not right. */
  decrypt(key: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array, additionalData: Uint8Array): Uint8Array
}

const TAG_BYTES = 16
const CIPHER = 'chacha20-poly1305'
/** Below this, setting up a cipher object costs more than WebAssembly does for all of it. */
const LARGE_BYTES = 4096

export const byLibsodium: Aead = {
  encrypt: (key, nonce, plaintext, additionalData) =>
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, additionalData, null, nonce, key),
  decrypt: (key, nonce, ciphertext, additionalData) =>
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, additionalData, nonce, key),
}

/**
 * The same bytes, several times faster: OpenSSL's ChaCha20-Poly1305 (RFC 8439) under the subkey that HChaCha20 makes of the key and
 * the first 16 bytes of the nonce. How XChaCha20-Poly1305 is defined.
 */
export const byOpenssl: Aead = {
  encrypt: (key, nonce, plaintext, additionalData) => {
    const cipher = withInner(key, nonce, (...inner) => createCipheriv(CIPHER, ...inner, { authTagLength: TAG_BYTES }))
    cipher.setAAD(additionalData, { plaintextLength: plaintext.length })
    const ciphertext = new Uint8Array(plaintext.length + TAG_BYTES)
    ciphertext.set(cipher.update(plaintext))
    cipher.final()
    ciphertext.set(cipher.getAuthTag(), plaintext.length)
    return ciphertext
  },
  decrypt: (key, nonce, ciphertext, additionalData) => {
    const length = ciphertext.length - TAG_BYTES
    const decipher = withInner(key, nonce, (...inner) => createDecipheriv(CIPHER, ...inner, { authTagLength: TAG_BYTES }))
    decipher.setAAD(additionalData, { plaintextLength: length })
    decipher.setAuthTag(ciphertext.subarray(length))
    const plaintext = decipher.update(ciphertext.subarray(0, length))
    decipher.final()
    // Not a `Buffer`: whoever keeps it reads parts of it, which takes those twice as long.
    return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.length)
  },
}

function withInner<T>(key: Uint8Array, nonce: Uint8Array, make: (subkey: Uint8Array, rest: Uint8Array) => T): T {
  const subkey = sodium.crypto_core_hchacha20(nonce.subarray(0, 16), key, null)
  const rest = new Uint8Array(12)
  rest.set(nonce.subarray(16), 4)
  const made = make(subkey, rest)
  sodium.memzero(subkey)
  return made
}

/** Electron's BoringSSL has none that can be asked for by name. */
const large = getCiphers().includes(CIPHER) ? byOpenssl : byLibsodium

/** The quickest one for so many bytes. */
export const xchacha20Poly1305 = (length: number): Aead => (length < LARGE_BYTES ? byLibsodium : large)
