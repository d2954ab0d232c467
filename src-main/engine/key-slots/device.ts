import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { EngineError } from '../error'
import { makeDeviceSlot } from '../vault/device-slot'
import { slotOf, withoutSlot, withSlot } from '../vault/key-slot'
import type { Vault } from '../vault/vault'
import { changeSlots, type SlotParts, withVaultKey } from './slot-parts'

/** Lets the keychain of this computer open the vault. Throws `WRONG_PASSWORD`, or `DEVICE_UNAVAILABLE` with the reason. */
export async function enableDevice(parts: SlotParts, actor: Actor, password: string): Promise<KeySlotView[]> {
  const { keychain, clock } = parts.ports
  if (!keychain) throw new EngineError('DEVICE_UNAVAILABLE', {}, wayInWords.desktopOnly)
  const { result: slot, provenBy } = await withVaultKey(parts, { password }, (vault) =>
    makeDeviceSlot(vault, keychain, { now: clock.now(), passwordEveryHours: parts.passwordEveryHours() }),
  )
  const change = slotOf(parts.vault.headerBody.slots, 'device') ? 'replaced' : 'made'
  return changeSlots(parts, actor, { slot: 'device', change }, { provenBy, next: (slots) => withSlot(slots, slot) })
}

/** Throws `NOT_FOUND` where the keychain does not open this vault anyway. */
export const disableDevice = (parts: SlotParts, actor: Actor): Promise<KeySlotView[]> =>
  changeSlots(
    parts,
    actor,
    { slot: 'device', change: 'removed' },
    {
      next: (slots) => {
        if (!slotOf(slots, 'device')) throw new EngineError('NOT_FOUND', {}, wayInWords.noDevice)
        return withoutSlot(slots, 'device')
      },
    },
  )

/** Brings a device slot up to what the settings say: it is asked before they can be read. */
export async function keepPasswordEvery(vault: Vault, hours: number | null): Promise<void> {
  const device = slotOf(vault.headerBody.slots, 'device')
  if (!device || device.passwordEveryHours === hours) return
  await vault.changeHeader(({ slots }) => {
    const now = slotOf(slots, 'device')
    return now ? { slots: withSlot(slots, { ...now, passwordEveryHours: hours }) } : {}
  })
}
