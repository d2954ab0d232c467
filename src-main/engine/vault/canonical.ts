import { hash } from 'node:crypto'

const encoder = new TextEncoder()

/** The bytes of a JSON value in the JSON Canonicalization Scheme (RFC 8785), UTF-8. Throws `TypeError` on what is no JSON value. */
export const canonicalBytes = (value: object): Uint8Array => encoder.encode(canonicalText(value))

// Of our own because every commit waits for it: the library of that name takes several times as long. The tests compare the two.
function canonicalText(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return 'toJSON' in value && typeof value.toJSON === 'function' ? canonicalText(value.toJSON()) : members(value)
  // ECMAScript writes strings and numbers as RFC 8785 wants them, but for numbers that JSON has not.
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

function members(value: object): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(',')}]`
  let text = ''
  // By UTF-16 code units, which is how RFC 8785 sorts, and how strings are compared.
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalText(member)}`
  }
  return `{${text}}`
}

/** Names of members are few, and the same ones in every event. */
const MOST_NAMES = 1000
const names = new Map<string, string>()
function quoted(name: string): string {
  let text = names.get(name)
  if (text === undefined) {
    text = JSON.stringify(name)
    if (names.size < MOST_NAMES) names.set(name, text)
  }
  return text
}

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'))
