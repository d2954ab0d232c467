import { isPasswordDue } from '../../../src-shared/domain/password-due'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { EngineError } from '../error'
import type { Keychain } from '../port'
import { fromBase64, toBase64 } from './base64'
import { type DeviceSlot, type SlotVault, slotPlace } from './key-slot'
import { erase, KEY_BYTES, OpenError, open, randomBytes, seal } from './seal'

const ID = 'device'
const HOW = 'keychain'

/** The backend that keeps what it is given as good as in the clear, under a key that is in its program. */
const BASIC_TEXT = 'basic_text'

const unavailable = (message: string) => new EngineError('DEVICE_UNAVAILABLE', {}, message)

/** Throws `DEVICE_UNAVAILABLE`, with the reason, where the keychain is not there or would not really seal anything. */
export async function makeDeviceSlot(
  { vaultId, vaultKey }: SlotVault,
  keychain: Keychain,
  { now, passwordEveryHours }: { now: number; passwordEveryHours: number | null },
): Promise<DeviceSlot> {
  const { state, backend, reason } = await keychain.status()
  if (state !== 'available' || backend === null || backend === BASIC_TEXT) throw unavailable(reason ?? wayInWords.noSafeKeychain)
  const secret = randomBytes(KEY_BYTES)
  try {
    const wrappedKey = toBase64(seal(secret, vaultKey, slotPlace(vaultId, ID, HOW)))
    const wrappedSecret = toBase64(await wrapped(keychain, secret))
    // The password was given to come here.
    const at = new Date(now).toISOString()
    return { id: ID, kind: 'device', createdAt: at, backend, wrappedSecret, wrappedKey, passwordAt: at, passwordEveryHours }
  } finally {
    erase(secret)
  }
}

/** Whether the password is asked for although this slot could open the vault. */
export const passwordDueOn = ({ passwordAt, passwordEveryHours }: DeviceSlot, now: number): boolean =>
  isPasswordDue(now, Date.parse(passwordAt), passwordEveryHours)

/** The vault key, and the slot to keep from now on where the keychain has changed its key. Throws `DEVICE_UNAVAILABLE`. */
export async function openDeviceSlot(vaultId: string, slot: DeviceSlot, keychain: Keychain) {
  const { secret, renewed } = await unwrapped(keychain, fromBase64(slot.wrappedSecret))
  try {
    const vaultKey = open(secret, fromBase64(slot.wrappedKey), slotPlace(vaultId, slot.id, HOW))
    return { vaultKey, renewed: renewed && { ...slot, wrappedSecret: toBase64(renewed) } }
  } catch (error) {
    if (!(error instanceof OpenError)) throw error
    throw unavailable(wayInWords.keychainOfAnother)
  } finally {
    erase(secret)
  }
}

// Whatever a keychain fails with is its own affair, and its words may be anything: the way on is the same.
async function wrapped(keychain: Keychain, secret: Uint8Array): Promise<Uint8Array> {
  try {
    return await keychain.wrap(secret)
  } catch {
    throw unavailable(wayInWords.keychainRefused)
  }
}

async function unwrapped(keychain: Keychain, blob: Uint8Array): ReturnType<Keychain['unwrap']> {
  try {
    return await keychain.unwrap(blob)
  } catch {
    throw unavailable(wayInWords.keychainSilent)
  }
}
