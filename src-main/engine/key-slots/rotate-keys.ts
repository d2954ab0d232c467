import type { Actor } from '../../../src-shared/domain/actor'
import { sameSlot } from '../vault/key-slot'
import { keysRotated, nextKekVersion, withKek } from '../vault/rotation'
import { newKek } from '../vault/vault-keys'
import { afterTheChange, outdated, type SlotParts, withVaultKey } from './slot-parts'

/**
 * Begins a rotation. Resolves when new secrets are under the new key; see `rotation.ts` for what follows. Throws `WRONG_PASSWORD`, or
 * `ROTATION_UNDER_WAY`, also where another one was quicker; then nothing has changed.
 */
export async function rotateKeys(
  parts: Pick<SlotParts, 'ports' | 'vault' | 'demo'>,
  actor: Actor,
  password: string,
): Promise<void> {
  const { vault } = parts
  const { result: kek, provenBy } = await withVaultKey(parts, { password }, (slotVault) =>
    newKek(slotVault, nextKekVersion(vault.headerBody)),
  )
  let isBegun = false
  const begun = vault.rotate(kek, (body) => {
    if (!sameSlot(body.slots, provenBy)) throw outdated(provenBy)
    const next = withKek(body, kek)
    isBegun = true
    return next
  })
  // Asked for at once, as with the slots: a lock comes before both or after both.
  const person = { subject: actor.subject, label: actor.label }
  const told = vault.commit(keysRotated(person, 'started', () => (isBegun ? kek.wrapped.version : undefined)))
  await Promise.all([begun, told.catch(afterTheChange)])
}
