import { expect, test } from 'vitest'
import { changePassword } from '../../../src-main/engine/key-slots/change-password'
import { readHeader } from '../../../src-main/engine/vault/header-file'
import { slotOf } from '../../../src-main/engine/vault/key-slot'
import type { Actor } from '../../../src-shared/domain/actor'
import { Subject } from '../../../src-shared/domain/identifiers'
import { FakeFiles } from '../../fakes/files'
import { add, cheapKdf, newVault, password, unlock, vaultPorts } from '../vault/vault-fixture'

const owner: Actor = { subject: Subject.parse('ada'), label: 'Ada', org: 'org', owner: true }
const newPassword = 'another horse battery'

const opens = (files: FakeFiles, text: string) =>
  unlock(vaultPorts(files.copy()), text).then(
    async (vault) => {
      await vault.close()
      return true
    },
    () => false,
  )

test('a new password is there after a kill at any step, or the old one, and never both or none; after an unlock the other is nowhere', async () => {
  const files = new FakeFiles()
  const { ports, vault } = await newVault(vaultPorts(files))
  await add(vault, 'Ada')
  const oldSlot = slotOf(vault.headerBody.slots, 'password')?.wrappedKey ?? ''
  const moments: FakeFiles[] = []
  files.afterStep = () => void moments.push(files.copy(), files.afterPowerCut())
  const parts = { ports, vault, demo: false, kdf: cheapKdf, passwordEveryHours: () => null }
  await changePassword(parts, owner, { current: { password }, newPassword })
  files.afterStep = undefined
  await vault.close()
  const seen = new Set<string>()
  for (const left of moments) {
    const [old, fresh] = [await opens(left, password), await opens(left, newPassword)]
    expect([old, fresh].filter(Boolean)).toHaveLength(1)
    seen.add(old ? 'old' : 'new')
    // The copy that was not written yet is by then.
    await (await unlock(vaultPorts(left), old ? password : newPassword)).close()
    const { copies } = (await readHeader(left)) ?? { copies: [] }
    const slots = copies.map(({ header }) => slotOf(header.body.slots, 'password')?.wrappedKey)
    expect(slots).toHaveLength(2)
    expect(new Set(slots).size).toBe(1)
    if (!old) for (const bytes of left.contents.values()) expect(Buffer.from(bytes).includes(oldSlot)).toBe(false)
  }
  expect(seen).toEqual(new Set(['old', 'new']))
})
