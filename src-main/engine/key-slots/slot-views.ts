import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import type { KeySlot } from '../vault/key-slot'

const order: readonly KeySlot['kind'][] = ['password', 'recovery', 'device']

/** The slots without anything that would open them: the password first. */
export const slotViews = (slots: readonly KeySlot[]): KeySlotView[] =>
  order.flatMap((kind) => slots.filter((slot) => slot.kind === kind).map(viewOf))

const viewOf = (slot: KeySlot): KeySlotView => ({
  kind: slot.kind,
  createdAt: slot.createdAt ?? null,
  protection: protectionOf(slot),
})

function protectionOf(slot: KeySlot): string {
  switch (slot.kind) {
    case 'password':
      return `Argon2id, ${slot.kdf.memoryKiB / 1024} MiB, ${slot.kdf.passes} ${slot.kdf.passes === 1 ? 'pass' : 'passes'}`
    case 'recovery':
      return 'A random code of 130 bits'
    case 'device':
      return `Keychain of this computer: ${slot.backend}`
  }
}
