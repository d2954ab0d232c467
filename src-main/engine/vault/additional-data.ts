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
export function additionalData(place: SealedPlace, extra: Uint8Array = new Uint8Array()): Uint8Array {
  const parts = [place.vaultId, place.kind, place.recordId, place.field, String(place.version)].map((text) =>
    encoder.encode(text),
  )
  const total = parts.reduce((sum, part) => sum + 4 + part.length, extra.length)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const part of parts) {
    view.setUint32(at, part.length)
    bytes.set(part, at + 4)
    at += 4 + part.length
  }
  bytes.set(extra, at)
  return bytes
}
