import { KEY_BYTES, newKey, OpenError, open, SEAL_OVERHEAD, seal, sealInto } from './seal'
import type { SealedSecret } from './vault-event'

/** Key-encryption keys by version; the highest is current. They wrap data keys and nothing else. */
export interface KeyEncryptionKeys {
  current: number
  byVersion: ReadonlyMap<number, Uint8Array>
}

/** u32 version of the key-encryption key, then the sealed data key. */
const WRAPPED_KEY_BYTES = 4 + SEAL_OVERHEAD + KEY_BYTES

const place = (vaultId: string, record: string, field: string) => ({
  vaultId,
  kind: 'record',
  recordId: record,
  field,
  version: 1,
})

function wrap(vaultId: string, record: string, { version, kek }: { version: number; kek: Uint8Array }, dataKey: Uint8Array) {
  const wrappedKey = new Uint8Array(WRAPPED_KEY_BYTES)
  new DataView(wrappedKey.buffer).setUint32(0, version)
  sealInto(wrappedKey, 4, kek, dataKey, place(vaultId, record, `data-key:${version}`))
  return wrappedKey
}

const encoder = new TextEncoder()

/** Seals a record's secret under a new data key of its own. */
export function sealSecret(vaultId: string, record: string, keys: KeyEncryptionKeys, secret: object): SealedSecret {
  const kek = keys.byVersion.get(keys.current)
  if (!kek) throw new Error('no current key-encryption key')
  const dataKey = newKey()
  const wrappedKey = wrap(vaultId, record, { version: keys.current, kek }, dataKey)
  const plaintext = encoder.encode(JSON.stringify(secret))
  const sealed = seal(dataKey, plaintext, place(vaultId, record, 'secret'))
  dataKey.fill(0)
  plaintext.fill(0)
  return { wrappedKey, sealed }
}

/** Opens a record's secret. Throws `OpenError` when it was changed or belongs to another record or vault. */
export function openSecret(
  vaultId: string,
  record: string,
  keys: KeyEncryptionKeys,
  secret: SealedSecret,
): Record<string, string> {
  const plaintext = openPlaintext(vaultId, record, keys, secret)
  const text = new TextDecoder().decode(plaintext)
  plaintext.fill(0)
  return JSON.parse(text) as Record<string, string>
}

/** Whether it would open. What it holds is erased unread. */
export function secretOpens(vaultId: string, record: string, keys: KeyEncryptionKeys, secret: SealedSecret): boolean {
  try {
    openPlaintext(vaultId, record, keys, secret).fill(0)
    return true
  } catch (error) {
    if (error instanceof OpenError) return false
    throw error
  }
}

/**
 * The same secret with its data key wrapped by the current key-encryption key; itself where it is that already. The secret under the
 * data key is not touched. Throws `OpenError` when the data key does not open.
 */
export function rewrapSecret(vaultId: string, record: string, keys: KeyEncryptionKeys, secret: SealedSecret): SealedSecret {
  if (isUnderCurrent(keys, secret)) return secret
  const kek = keys.byVersion.get(keys.current)
  if (!kek) throw new Error('no current key-encryption key')
  const dataKey = openDataKey(vaultId, record, keys, secret)
  try {
    return { wrappedKey: wrap(vaultId, record, { version: keys.current, kek }, dataKey), sealed: secret.sealed }
  } finally {
    dataKey.fill(0)
  }
}

const versionOf = ({ wrappedKey }: SealedSecret) => new DataView(wrappedKey.buffer, wrappedKey.byteOffset).getUint32(0)

const isUnderCurrent = (keys: KeyEncryptionKeys, secret: SealedSecret): boolean =>
  secret.wrappedKey.length === WRAPPED_KEY_BYTES && versionOf(secret) === keys.current

function openPlaintext(vaultId: string, record: string, keys: KeyEncryptionKeys, secret: SealedSecret): Uint8Array {
  const dataKey = openDataKey(vaultId, record, keys, secret)
  try {
    return open(dataKey, secret.sealed, place(vaultId, record, 'secret'))
  } finally {
    dataKey.fill(0)
  }
}

function openDataKey(vaultId: string, record: string, keys: KeyEncryptionKeys, secret: SealedSecret): Uint8Array {
  // The version is not sealed, and a cut file may not even have it whole.
  if (secret.wrappedKey.length < WRAPPED_KEY_BYTES) throw new OpenError('record data-key')
  const version = versionOf(secret)
  const kek = keys.byVersion.get(version)
  if (!kek) throw new OpenError(`record data-key:${version}`)
  return open(kek, secret.wrappedKey.subarray(4), place(vaultId, record, `data-key:${version}`))
}

/** Both parts as one blob of a snapshot, and back. */
export function joinSecret(secret: SealedSecret): Uint8Array {
  const blob = new Uint8Array(WRAPPED_KEY_BYTES + secret.sealed.length)
  blob.set(secret.wrappedKey)
  blob.set(secret.sealed, WRAPPED_KEY_BYTES)
  return blob
}

export const splitSecret = (blob: Uint8Array): SealedSecret => ({
  wrappedKey: blob.subarray(0, WRAPPED_KEY_BYTES),
  sealed: blob.subarray(WRAPPED_KEY_BYTES),
})
