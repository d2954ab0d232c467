import type { UseCases } from '../engine'
import { changePassword } from './change-password'
import { disableDevice, enableDevice } from './device'
import { RecoveryDraft } from './recovery-draft'
import type { SlotParts } from './slot-parts'
import { slotViews } from './slot-views'

/** The contract's `keySlot`. Wrong passwords and codes are counted where all hosts come together: in the api. */
export function keySlotUseCases(parts: SlotParts): UseCases['keySlot'] {
  const recovery = new RecoveryDraft(parts)
  return {
    list: async () => slotViews(parts.vault.headerBody.slots),
    changePassword: ({ actor }, input) => changePassword(parts, actor, input),
    startRecovery: (_, { password }) => recovery.start(password),
    confirmRecovery: ({ actor }, { code }) => recovery.confirm(actor, code),
    removeRecovery: ({ actor }, { password }) => recovery.remove(actor, password),
    enableDevice: ({ actor }, { password }) => enableDevice(parts, actor, password),
    disableDevice: ({ actor }) => disableDevice(parts, actor),
  }
}
