import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { EngineError } from '../error'
import { fromBase64, toBase64 } from './base64'
import { type KdfSettings, kdfInBounds } from './kdf-settings'
import { type PasswordSlot, type SlotVault, slotPlace } from './key-slot'
import { erase, open, randomBytes, SALT_BYTES, seal } from './seal'

/** Derives the wrapping key; in a host it runs in a worker of its own, for its time and its memory. */
export type DeriveKey = (password: string, salt: Uint8Array, settings: KdfSettings) => Promise<Uint8Array>

// The settings are part of the place, so a header whose settings were changed reads as a wrong password.
const place = (vaultId: string, id: string, kdf: KdfSettings) =>
  slotPlace(vaultId, id, `${kdf.algorithm}:${kdf.memoryKiB}:${kdf.passes}`)

export async function makePasswordSlot(
  vault: SlotVault,
  password: string,
  kdf: KdfSettings,
  derive: DeriveKey,
  now: number,
): Promise<PasswordSlot> {
  const id = 'password'
  const salt = randomBytes(SALT_BYTES)
  const wrappingKey = await derive(password, salt, kdf)
  const wrapped = seal(wrappingKey, vault.vaultKey, place(vault.vaultId, id, kdf))
  erase(wrappingKey)
  const createdAt = new Date(now).toISOString()
  return { id, kind: 'password', createdAt, kdf, salt: toBase64(salt), wrappedKey: toBase64(wrapped) }
}

export const wrongPassword = (): EngineError =>
  new EngineError('WRONG_PASSWORD', { fields: [{ path: 'password', message: wayInWords.notThePassword }] })

/** The vault key, or `WRONG_PASSWORD`. Settings out of bounds are refused before any work, as `KDF_OUT_OF_BOUNDS`. */
export async function openPasswordSlot(
  vaultId: string,
  slot: PasswordSlot,
  password: string,
  derive: DeriveKey,
): Promise<Uint8Array> {
  if (!kdfInBounds(slot.kdf)) throw new EngineError('KDF_OUT_OF_BOUNDS')
  const wrappingKey = await derive(password, fromBase64(slot.salt), slot.kdf)
  try {
    return open(wrappingKey, fromBase64(slot.wrappedKey), place(vaultId, slot.id, slot.kdf))
  } catch {
    throw wrongPassword()
  } finally {
    erase(wrappingKey)
  }
}
