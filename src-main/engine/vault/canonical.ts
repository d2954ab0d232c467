import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

const encoder = new TextEncoder()

/** The bytes of a JSON value in the JSON Canonicalization Scheme (RFC 8785), UTF-8. */
export function canonicalBytes(value: object): Uint8Array {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return encoder.encode(text)
}

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
