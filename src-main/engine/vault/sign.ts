import sodium from 'libsodium-wrappers-sumo'

/** Ed25519 (RFC 8032), for what a person signs. Beside `seal.ts` the only importer of libsodium. Needs `sealReady` first. */
export interface SigningKey {
  publicKey: Uint8Array
  /** 32 bytes, from which the whole key comes: all that has to be kept. */
  seed: Uint8Array
}

export const SEED_BYTES = 32

/** The key that a seed stands for. The seed is taken over, not copied. */
export function signingKey(seed: Uint8Array): SigningKey {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed)
  sodium.memzero(privateKey)
  return { publicKey, seed }
}

/** 64 bytes. */
export function sign({ seed }: SigningKey, message: Uint8Array): Uint8Array {
  const { privateKey } = sodium.crypto_sign_seed_keypair(seed)
  try {
    return sodium.crypto_sign_detached(message, privateKey)
  } finally {
    sodium.memzero(privateKey)
  }
}

/** False for whatever is no signature of this message by this key, keys and signatures of the wrong length included. */
export const isSignedBy = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === sodium.crypto_sign_PUBLICKEYBYTES &&
  signature.length === sodium.crypto_sign_BYTES &&
  sodium.crypto_sign_verify_detached(signature, message, publicKey)
