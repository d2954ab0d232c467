import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import type { UnlockWith } from '../engine'
import type { VaultPorts } from '../vault/create-vault'
import type { KdfSettings } from '../vault/kdf-settings'
import type { KeySlot, SlotVault } from '../vault/key-slot'
import { openVaultKey } from '../vault/open-vault-key'
import { erase } from '../vault/seal'
import type { Vault } from '../vault/vault'
import type { EventBody } from '../vault/vault-event'
import { slotViews } from './slot-views'

/** What changing the ways into an open vault works with. */
export interface SlotParts {
  ports: VaultPorts
  vault: Vault
  demo: boolean
  /** For new password slots. */
  kdf: KdfSettings
  /** As the settings are now: a device slot keeps a copy. */
  passwordEveryHours(): number | null
}

/** What a person proves with that the vault is theirs. */
export type ByPerson = Exclude<UnlockWith, { device: true }>

/**
 * Opens the vault key once more for `work`, and erases it: an unlocked vault holds what is derived from it and not the key itself.
 * Throws as `openVaultKey`.
 */
export async function withVaultKey<T>(
  { ports, demo }: Pick<SlotParts, 'ports' | 'demo'>,
  proof: ByPerson,
  work: (vault: SlotVault) => Promise<T> | T,
): Promise<T> {
  const { vaultKey, copy } = await openVaultKey(ports, { ...proof, demo })
  try {
    return await work({ vaultId: copy.header.body.vaultId, vaultKey })
  } finally {
    erase(vaultKey)
  }
}

type SlotChange = Extract<EventBody, { kind: 'vault.slot_changed' }>['data']

/**
 * Writes the slots as `next` wants them, and then what happened. In this order, so that the history never tells of a change that was
 * not made: a kill between the two leaves a slot whose own date says when it came.
 */
export async function changeSlots(
  { vault }: SlotParts,
  actor: Actor,
  change: SlotChange,
  next: (slots: readonly KeySlot[]) => KeySlot[],
): Promise<KeySlotView[]> {
  await vault.changeHeader(({ slots }) => ({ slots: next(slots) }))
  await vault.commit({
    actor: { subject: actor.subject, label: actor.label },
    touches: ['vault'],
    decide: () => ({
      events: [{ body: { kind: 'vault.slot_changed', record: 'vault', data: change } }],
      result: () => undefined,
    }),
  })
  return slotViews(vault.headerBody.slots)
}
