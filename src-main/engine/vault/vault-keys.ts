import { fromBase64, toBase64 } from './base64'
import type { HeaderBody } from './header-codec'
import type { KeyEncryptionKeys } from './record-secret'
import { deriveSubkey, erase, KEY_BYTES, open, randomBytes, seal } from './seal'

/** What an unlocked vault works with. The vault key itself is not among them: it is only needed to make these. */
export interface VaultKeys {
  vaultId: string
  header: Uint8Array
  journal: Uint8Array
  index: Uint8Array
  history: Uint8Array
  /** The root that the verification keys of webhook sources are derived from. */
  webhooks: Uint8Array
  /** Seals what is kept of the last event outside the vault. */
  anchor: Uint8Array
  keks: KeyEncryptionKeys
}

type WrappedKek = HeaderBody['keks'][number]

const kekPlace = (vaultId: string, version: number) => ({
  vaultId,
  kind: 'key-encryption-key',
  recordId: String(version),
  field: 'key',
  version: 1,
})

export function makeKek(vaultId: string, vaultKey: Uint8Array, version: number): WrappedKek {
  const { kek, wrapped } = newKek({ vaultId, vaultKey }, version)
  erase(kek)
  return wrapped
}

/** A key-encryption key, and what of it the header holds. */
export interface NewKek {
  kek: Uint8Array
  wrapped: WrappedKek
}

export function newKek({ vaultId, vaultKey }: { vaultId: string; vaultKey: Uint8Array }, version: number): NewKek {
  const secrets = deriveSubkey(vaultKey, 'secrets')
  const kek = randomBytes(KEY_BYTES)
  const wrapped = toBase64(seal(secrets, kek, kekPlace(vaultId, version)))
  erase(secrets)
  return { kek, wrapped: { version, wrapped } }
}

/** From here on secrets are sealed under this one; what the earlier ones have wrapped opens as before. */
export function addKek(keys: VaultKeys, { kek, wrapped: { version } }: NewKek): void {
  keys.keks = { current: version, byVersion: new Map([...keys.keks.byVersion, [version, kek]]) }
}

/** Throws `OpenError` when a key-encryption key of the header does not open. */
export function openKeys(vaultId: string, vaultKey: Uint8Array, wrappedKeks: readonly WrappedKek[]): VaultKeys {
  const secrets = deriveSubkey(vaultKey, 'secrets')
  const byVersion = new Map(
    wrappedKeks.map(({ version, wrapped }) => [version, open(secrets, fromBase64(wrapped), kekPlace(vaultId, version))] as const),
  )
  erase(secrets)
  return {
    vaultId,
    header: deriveSubkey(vaultKey, 'header'),
    journal: deriveSubkey(vaultKey, 'journal'),
    index: deriveSubkey(vaultKey, 'index'),
    history: deriveSubkey(vaultKey, 'history'),
    webhooks: deriveSubkey(vaultKey, 'webhooks'),
    anchor: deriveSubkey(vaultKey, 'anchor'),
    keks: { current: Math.max(...byVersion.keys()), byVersion },
  }
}

export function eraseKeys(keys: VaultKeys): void {
  const { header, journal, index, history, webhooks, anchor, keks } = keys
  for (const key of [header, journal, index, history, webhooks, anchor, ...keks.byVersion.values()]) erase(key)
}
