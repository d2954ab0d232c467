import { hash } from 'node:crypto'
import { TextBytes } from './text-bytes'

/** Kept from one value to the next, unless it took more than that. */
const MOST_KEPT = 64 * 1024
let kept: TextBytes | undefined

/** The bytes of a JSON value in the JSON Canonicalization Scheme (RFC 8785), UTF-8. Throws `TypeError` on what is no JSON value. */
export function canonicalBytes(value: object): Uint8Array {
  // Taken while it is written to: whatever a `toJSON` asks for meanwhile gets another.
  const bytes = kept ?? new TextBytes()
  kept = undefined
  bytes.clear()
  write(bytes, value)
  const written = bytes.copy()
  if (bytes.capacity <= MOST_KEPT) kept = bytes
  return written
}

// Of our own because every commit waits for it, and byte by byte because a text that is put together of so many pieces has to be walked
// again: the library of that name takes several times as long. The tests compare the two.
function write(bytes: TextBytes, value: unknown): void {
  // ECMAScript writes strings and numbers as RFC 8785 wants them, but for numbers that JSON has not.
  if (typeof value === 'string') bytes.string(value)
  else if (typeof value !== 'object' || value === null) bytes.ascii(plainText(value))
  else if ('toJSON' in value && typeof value.toJSON === 'function') write(bytes, value.toJSON())
  else if (Array.isArray(value)) items(bytes, value)
  else members(bytes, value)
}

function plainText(value: unknown): string {
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

function items(bytes: TextBytes, values: readonly unknown[]): void {
  bytes.ascii('[')
  for (let index = 0; index < values.length; index++) {
    if (index > 0) bytes.ascii(',')
    write(bytes, values[index] ?? null)
  }
  bytes.ascii(']')
}

function members(bytes: TextBytes, value: object): void {
  let before = '{'
  // By UTF-16 code units, which is how RFC 8785 sorts, and how strings are compared.
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name]
    if (member === undefined) continue
    bytes.ascii(before)
    bytes.string(name)
    bytes.ascii(':')
    write(bytes, member)
    before = ','
  }
  bytes.ascii(before === '{' ? '{}' : '}')
}

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'))
