/** What a sealed thing is, bound to it as additional data so that it opens nowhere else. */
export interface SealedPlace {
  vaultId: string
  /** Kind of record: `connection`, `provider-app`, `journal`, `snapshot`, `history`, `slot`, ... */
  kind: string
  recordId: string
  field: string
  version: number
}

const encoder = new TextEncoder()

/**
 * The place as bytes. Each part is preceded by its length (u32, big endian), so that no two places share an encoding.
 * `extra` is appended as it is: the stored clear head of a journal record, for example.
 */
export function additionalData(place: SealedPlace, extra?: Uint8Array): Uint8Array {
  const parts = [place.vaultId, place.kind, place.recordId, place.field, String(place.version)]
  let total = extra?.length ?? 0
  // Hardly ever more than a byte for each character: then it is written without a step in between.
  for (const part of parts) total += 4 + (isAscii(part) ? part.length : encoder.encode(part).length)
  // It is needed for one call: out of a pool, which every one of these would otherwise cost an allocation outside the heap.
  const bytes = Buffer.allocUnsafe(total)
  let at = 0
  for (const part of parts) at = writePart(bytes, at, part)
  if (extra) bytes.set(extra, at)
  return bytes
}

function writePart(bytes: Uint8Array, at: number, part: string): number {
  const begins = at + 4
  let length = part.length
  if (isAscii(part)) for (let index = 0; index < length; index++) bytes[begins + index] = part.charCodeAt(index)
  else {
    const encoded = encoder.encode(part)
    bytes.set(encoded, begins)
    length = encoded.length
  }
  for (let byte = 0; byte < 4; byte++) bytes[at + byte] = length >>> (24 - 8 * byte)
  return begins + length
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
