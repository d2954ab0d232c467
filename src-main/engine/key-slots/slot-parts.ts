import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import type { UnlockWith } from '../engine'
import { EngineError } from '../error'
import type { VaultPorts } from '../vault/create-vault'
import type { KdfSettings } from '../vault/kdf-settings'
import { type KeySlot, type SlotVault, sameSlot } from '../vault/key-slot'
import { openVaultKey } from '../vault/open-vault-key'
import { wrongPassword } from '../vault/password-slot'
import { wrongRecoveryCode } from '../vault/recovery-slot'
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

/** What came of work with the vault key, and the slot that opened it: the change that follows is refused without that. */
interface Proven<T> {
  result: T
  provenBy: KeySlot
}

/**
 * Opens the vault key once more for `work`, and erases it: an unlocked vault holds what is derived from it and not the key itself.
 * Throws as `openVaultKey`.
 */
export async function withVaultKey<T>(
  { ports, demo }: Pick<SlotParts, 'ports' | 'demo'>,
  proof: ByPerson,
  work: (vault: SlotVault) => Promise<T> | T,
): Promise<Proven<T>> {
  const { vaultKey, copy, slot } = await openVaultKey(ports, { ...proof, demo })
  try {
    return { result: await work({ vaultId: copy.header.body.vaultId, vaultKey }), provenBy: slot }
  } finally {
    erase(vaultKey)
  }
}

type SlotChange = Extract<EventBody, { kind: 'vault.slot_changed' }>['data']

/**
 * Writes the slots as `next` wants them, and then what happened. In this order, so that the history never tells of a change that was
 * not made: a kill between the two leaves a slot whose own date says when it came. Both are asked for at once: a lock comes before
 * them or after them, never between. Throws `WRONG_PASSWORD` or `WRONG_RECOVERY_CODE` where `provenBy` opens nothing any more.
 */
export async function changeSlots(
  { vault }: SlotParts,
  actor: Actor,
  change: SlotChange,
  { provenBy, next }: { provenBy?: KeySlot; next: (slots: readonly KeySlot[]) => KeySlot[] },
): Promise<KeySlotView[]> {
  let isWanted = false
  const written = vault.changeHeader(({ slots }) => {
    if (provenBy && !sameSlot(slots, provenBy)) throw outdated(provenBy)
    const body = { slots: next(slots) }
    isWanted = true
    return body
  })
  const told = vault.commit({
    actor: { subject: actor.subject, label: actor.label },
    touches: ['vault'],
    decide: () => ({
      events: isWanted ? [{ body: { kind: 'vault.slot_changed', record: 'vault', data: change } }] : [],
      result: () => slotViews(vault.headerBody.slots),
    }),
  })
  const [, views] = await Promise.all([written, told.catch(afterTheChange)])
  return views
}

/** The event could not be written down, but its change was: that must not be answered as if nothing had happened. */
export function afterTheChange(error: unknown): never {
  const isRefused = error instanceof EngineError && error.code === 'VAULT_READ_ONLY'
  throw isRefused ? new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.halfWritten) : error
}

/** What was right when it was given was changed before its turn came. */
export const outdated = ({ kind }: KeySlot): EngineError =>
  kind === 'recovery' ? wrongRecoveryCode('recoveryCode') : wrongPassword()
