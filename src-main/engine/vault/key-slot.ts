import { z } from 'zod'
import { EngineError } from '../error'
import { type KdfSettings, kdfInBounds } from './kdf-settings'
import { erase, open, randomBytes, SALT_BYTES, seal } from './seal'

/** A way to open the vault: the vault key, wrapped under a key from outside. Base64 for bytes. */
export const KeySlot = z.object({
  id: z.string(),
  kind: z.literal('password'),
  kdf: z.object({ algorithm: z.literal('argon2id13'), memoryKiB: z.number(), passes: z.number() }),
  salt: z.base64(),
  wrappedKey: z.base64(),
})
export type KeySlot = z.infer<typeof KeySlot>

/** Derives the wrapping key; in a host it runs in a worker of its own, for its time and its memory. */
export type DeriveKey = (password: string, salt: Uint8Array, settings: KdfSettings) => Promise<Uint8Array>

// The settings are part of the place, so a header whose settings were changed reads as a wrong password.
const place = (vaultId: string, id: string, kdf: KdfSettings) => ({
  vaultId,
  kind: 'slot',
  recordId: id,
  field: `vault-key:${kdf.algorithm}:${kdf.memoryKiB}:${kdf.passes}`,
  version: 1,
})

export async function makePasswordSlot(
  vault: { vaultId: string; vaultKey: Uint8Array },
  password: string,
  kdf: KdfSettings,
  derive: DeriveKey,
): Promise<KeySlot> {
  const id = 'password'
  const salt = randomBytes(SALT_BYTES)
  const wrappingKey = await derive(password, salt, kdf)
  const wrapped = seal(wrappingKey, vault.vaultKey, place(vault.vaultId, id, kdf))
  erase(wrappingKey)
  return { id, kind: 'password', kdf, salt: toBase64(salt), wrappedKey: toBase64(wrapped) }
}

/** The vault key, or `WRONG_PASSWORD`. Settings out of bounds are refused before any work. */
export async function openPasswordSlot(vaultId: string, slot: KeySlot, password: string, derive: DeriveKey): Promise<Uint8Array> {
  if (!kdfInBounds(slot.kdf)) {
    throw new EngineError('VAULT_DAMAGED', {}, 'The password settings of this vault are out of bounds (KDF_OUT_OF_BOUNDS).')
  }
  const wrappingKey = await derive(password, fromBase64(slot.salt), slot.kdf)
  try {
    return open(wrappingKey, fromBase64(slot.wrappedKey), place(vaultId, slot.id, slot.kdf))
  } catch {
    throw new EngineError('WRONG_PASSWORD', { fields: [{ path: 'password', message: 'is not the password of this vault' }] })
  } finally {
    erase(wrappingKey)
  }
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
