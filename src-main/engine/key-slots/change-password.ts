import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import { passwordProblem } from '../../../src-shared/domain/password-policy'
import { EngineError, invalidInput } from '../error'
import { type KeySlot, slotOf, withSlot } from '../vault/key-slot'
import { makePasswordSlot } from '../vault/password-slot'
import { type ByPerson, changeSlots, type SlotParts, withVaultKey } from './slot-parts'

/**
 * Puts a new password in the place of the old one, which opens nothing any more. Throws `WRONG_PASSWORD` or `WRONG_RECOVERY_CODE` for
 * `current`, and `INVALID_INPUT` for a new one that is too easy to guess.
 */
export async function changePassword(
  parts: SlotParts,
  actor: Actor,
  { current, newPassword }: { current: ByPerson; newPassword: string },
): Promise<KeySlotView[]> {
  const problem = passwordProblem(newPassword)
  if (problem) throw invalidInput('newPassword', problem)
  try {
    return await replacePassword(parts, actor, current, newPassword)
  } catch (error) {
    throw error instanceof EngineError ? insideCurrent(error) : error
  }
}

async function replacePassword(parts: SlotParts, actor: Actor, current: ByPerson, newPassword: string): Promise<KeySlotView[]> {
  const { ports, kdf } = parts
  const { result: slot, provenBy } = await withVaultKey(parts, current, (vault) =>
    makePasswordSlot(vault, newPassword, kdf, ports.derive, ports.clock.now()),
  )
  const passwordAt = new Date(ports.clock.now()).toISOString()
  const next = (slots: readonly KeySlot[]) => {
    const device = slotOf(slots, 'device')
    const now = withSlot(slots, slot)
    return device ? withSlot(now, { ...device, passwordAt }) : now
  }
  return changeSlots(parts, actor, { slot: 'password', change: 'replaced' }, { provenBy, next })
}

/** What was wrong with a field of `current`, by its whole path. */
function insideCurrent(error: EngineError): EngineError {
  const fields = error.data.fields?.map((field) => ({ ...field, path: `current.${field.path}` }))
  return new EngineError(error.code, { ...error.data, ...(fields && { fields }) }, error.message)
}
