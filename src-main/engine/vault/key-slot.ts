import { z } from 'zod'

/** Every slot: the vault key, sealed under a key from outside. Base64 for bytes. */
const slot = {
  id: z.string(),
  /** Missing in slots that were made before it was written down. */
  createdAt: z.iso.datetime().optional(),
  wrappedKey: z.base64(),
}

export const PasswordSlot = z.object({
  ...slot,
  kind: z.literal('password'),
  kdf: z.object({ algorithm: z.literal('argon2id13'), memoryKiB: z.number(), passes: z.number() }),
  salt: z.base64(),
})
export type PasswordSlot = z.infer<typeof PasswordSlot>

const RecoverySlot = z.object({ ...slot, kind: z.literal('recovery') })
export type RecoverySlot = z.infer<typeof RecoverySlot>

const DeviceSlot = z.object({
  ...slot,
  kind: z.literal('device'),
  /** What the keychain sealed it with, by the keychain's own name. */
  backend: z.string(),
  /** The key of this slot, as the keychain of the computer keeps it. */
  wrappedSecret: z.base64(),
  /** When the password, or the recovery code, was last given, and how often that is asked for: known before the vault is open. */
  passwordAt: z.iso.datetime(),
  passwordEveryHours: z.int().positive().nullable(),
})
export type DeviceSlot = z.infer<typeof DeviceSlot>

/** A way to open the vault. */
export const KeySlot = z.discriminatedUnion('kind', [PasswordSlot, RecoverySlot, DeviceSlot])
export type KeySlot = z.infer<typeof KeySlot>

/** The vault whose key a new slot is to open. */
export interface SlotVault {
  vaultId: string
  vaultKey: Uint8Array
}

/** Where a slot's vault key is sealed: `how` binds what the wrapping key was made with. */
export const slotPlace = (vaultId: string, id: string, how: string) => ({
  vaultId,
  kind: 'slot',
  recordId: id,
  field: `vault-key:${how}`,
  version: 1,
})

/** The slot of a kind; there is one of each at most. */
export const slotOf = <Kind extends KeySlot['kind']>(slots: readonly KeySlot[], kind: Kind) =>
  slots.find((candidate): candidate is Extract<KeySlot, { kind: Kind }> => candidate.kind === kind)

/** The slot that the vault key is sealed in just as in `slot`, whatever else was written down of it since. */
export const sameSlot = (slots: readonly KeySlot[], { kind, wrappedKey }: KeySlot): KeySlot | undefined =>
  slots.find((candidate) => candidate.kind === kind && candidate.wrappedKey === wrappedKey)

/** The slots with this one in the place of the one of its kind. */
export const withSlot = (slots: readonly KeySlot[], slot: KeySlot): KeySlot[] => [
  ...slots.filter(({ kind }) => kind !== slot.kind),
  slot,
]

export const withoutSlot = (slots: readonly KeySlot[], kind: 'recovery' | 'device'): KeySlot[] =>
  slots.filter((slot) => slot.kind !== kind)
