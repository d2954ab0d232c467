import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import { wayInWords } from '../../../src-shared/words/en/ways-in'
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
      return wayInWords.byArgon2(slot.kdf.memoryKiB / 1024, slot.kdf.passes)
    case 'recovery':
      return wayInWords.byCode
    case 'device':
      return wayInWords.byKeychain(slot.backend)
  }
}
