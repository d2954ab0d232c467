import { createPublicKey, verify } from 'node:crypto'

/**
 * Whether a feed's list of files was written by whoever holds the private half of the key that this program was built with.
 * The list has the digest of each file, so what follows from it needs no signature of its own.
 * @param signature Ed25519 over the list's bytes (RFC 8032), as base64
 * @param publicKey PEM
 */
export function isSignedFeed(list: string, signature: string, publicKey: string): boolean {
  const key = createPublicKey(publicKey)
  if (key.asymmetricKeyType !== 'ed25519') return false
  return verify(null, Buffer.from(list, 'utf8'), key, Buffer.from(signature.trim(), 'base64'))
}
