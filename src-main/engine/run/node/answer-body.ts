/** An answer's body: JSON where it says so, text where it is UTF-8, else base64. */
export function bodyOf(bytes: Buffer, contentType: string | null): unknown {
  if (bytes.length === 0) return null
  const text = asText(bytes)
  if (text === undefined) return bytes.toString('base64')
  if (!/^application\/(?:[\w.+-]*\+)?json\b/i.test(contentType ?? '')) return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text // it says so, and is not
  }
}

function asText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** JSON of a provider's API; undefined where it is none. */
export function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
