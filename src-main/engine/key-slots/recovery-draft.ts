import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
import { EngineError } from '../error'
import { type KeySlot, type RecoverySlot, sameSlot, slotOf, withoutSlot, withSlot } from '../vault/key-slot'
import { makeRecoverySlot, openRecoverySlot } from '../vault/recovery-slot'
import { erase } from '../vault/seal'
import { changeSlots, type SlotParts, withVaultKey } from './slot-parts'

const WAITS_MS = 10 * 60_000

const noneWaits = () => new EngineError('NOT_FOUND', {}, wayInWords.noCodeWaits)

/**
 * A recovery code between being shown and being typed back. Only the slot that it opens waits here, for ten minutes and not past the
 * lock or a new password; the code itself is forgotten as soon as it was answered.
 */
export class RecoveryDraft {
  private waiting: { slot: RecoverySlot; provenBy: KeySlot; until: number } | undefined

  constructor(private readonly parts: SlotParts) {}

  /** Makes a code, in the place of one that waits. Throws `WRONG_PASSWORD`. */
  async start(password: string): Promise<{ code: string }> {
    const { clock } = this.parts.ports
    const { result, provenBy } = await withVaultKey(this.parts, { password }, (vault) => makeRecoverySlot(vault, clock.now()))
    const { code, slot } = result
    this.waiting = { slot, provenBy, until: clock.monotonic() + WAITS_MS }
    return { code }
  }

  /** Writes the slot that waits, in the place of the one before. Throws `NOT_FOUND`, `INVALID_INPUT` or `WRONG_RECOVERY_CODE`. */
  async confirm(actor: Actor, typed: string): Promise<KeySlotView[]> {
    const { vault, ports } = this.parts
    const { waiting } = this
    if (!waiting || ports.clock.monotonic() >= waiting.until) {
      this.waiting = undefined
      throw noneWaits()
    }
    erase(openRecoverySlot(vault.headerBody.vaultId, waiting.slot, typed, 'code'))
    this.waiting = undefined
    const change = slotOf(vault.headerBody.slots, 'recovery') ? 'replaced' : 'made'
    const next = (slots: readonly KeySlot[]) => {
      // Asked for with a password that is not the vault's any more: whoever changed it may have had a reason.
      if (!sameSlot(slots, waiting.provenBy)) throw noneWaits()
      return withSlot(slots, waiting.slot)
    }
    return changeSlots(this.parts, actor, { slot: 'recovery', change }, { next })
  }

  /** The code opens nothing any more, and neither does one that waits. Throws `WRONG_PASSWORD`, or `NOT_FOUND` where there is none. */
  async remove(actor: Actor, password: string): Promise<KeySlotView[]> {
    const { provenBy } = await withVaultKey(this.parts, { password }, () => undefined)
    this.waiting = undefined
    const next = (slots: readonly KeySlot[]) => {
      if (!slotOf(slots, 'recovery')) throw new EngineError('NOT_FOUND', {}, wayInWords.noCode)
      return withoutSlot(slots, 'recovery')
    }
    return changeSlots(this.parts, actor, { slot: 'recovery', change: 'removed' }, { provenBy, next })
  }
}
