import { expect, test } from 'vitest'
import { COPY_BYTES, decodeCopy, encodeCopy, type HeaderBody } from '../../../src-main/engine/vault/header-codec'
import type { FakeFiles } from '../../fakes/files'
import { ada } from '../session-fixture'
import { password } from '../vault/vault-fixture'
import { slotEngine } from './slot-fixture'

const newPassword = 'another correct horse'

/** The body of the header's newer copy. */
function bodyOf(files: FakeFiles): HeaderBody {
  const copy = decodeCopy((files.contents.get('header') ?? new Uint8Array()).subarray(0, COPY_BYTES))
  if (typeof copy === 'string') throw new Error(copy)
  return copy.header.body
}

/** Puts a newer copy in the place of the first, whole in everything but the MAC, which takes the vault key. */
function forge(files: FakeFiles, change: (body: HeaderBody) => HeaderBody): void {
  const header = files.contents.get('header') ?? new Uint8Array()
  const copy = decodeCopy(header.subarray(0, COPY_BYTES))
  if (typeof copy === 'string') throw new Error(copy)
  const { writes, epoch, body } = copy.header
  header.set(encodeCopy({ writes: writes + 1, epoch, body: change(body) }, () => new Uint8Array(32)))
}

const unlocked = async (files: FakeFiles, how: { password: string } | { recoveryCode: string }) => {
  const { engine } = await slotEngine(files.copy())
  return engine.unlock(how).then(
    () => 'unlocked',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
}

test('a slot that was taken out of the header opens nothing when it is put back into a copy of it', async () => {
  const { engine, files } = await slotEngine()
  const { keySlot } = engine.useCases
  const { code } = await keySlot.startRecovery(ada, { password })
  await keySlot.confirmRecovery(ada, { code })
  const { slots } = bodyOf(files)
  await keySlot.changePassword(ada, { current: { password }, newPassword })
  await keySlot.removeRecovery(ada, { password: newPassword })
  expect(await unlocked(files, { password: newPassword })).toBe('unlocked')
  forge(files, (body) => ({ ...body, slots }))
  expect(await unlocked(files, { password })).toBe('VAULT_DAMAGED')
  expect(await unlocked(files, { recoveryCode: code })).toBe('VAULT_DAMAGED')
})

test('a password slot whose settings were changed is a wrong password', async () => {
  const { files } = await slotEngine()
  forge(files, (body) => ({
    ...body,
    slots: body.slots.map((slot) => (slot.kind === 'password' ? { ...slot, kdf: { ...slot.kdf, passes: 2 } } : slot)),
  }))
  expect(await unlocked(files, { password })).toBe('WRONG_PASSWORD')
})
