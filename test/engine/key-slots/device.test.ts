import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { COPY_BYTES } from '../../../src-main/engine/vault/header-codec'
import { ada } from '../session-fixture'
import { password } from '../vault/vault-fixture'
import { slotEngine } from './slot-fixture'

const hour = 3_600_000

async function withDevice() {
  const made = await slotEngine()
  await made.engine.useCases.keySlot.enableDevice(ada, { password })
  await made.engine.lock()
  return made
}

test('the keychain opens the vault, by its name, and what it gave is erased', async () => {
  const made = await slotEngine()
  const slots = await made.engine.useCases.keySlot.enableDevice(ada, { password })
  expect(slots.at(-1)).toMatchObject({ kind: 'device', protection: expect.stringContaining('gnome_libsecret') })
  await made.engine.lock()
  expect(await made.engine.waysIn()).toEqual({ recovery: false, device: 'ready' })
  await made.engine.unlock({ device: true })
  expect(made.engine.state()).toBe('unlocked')
  expect(made.keychain.seen.length).toBeGreaterThan(1)
  for (const secret of made.keychain.seen) expect(secret).toEqual(new Uint8Array(32))
})

test.each([
  [{ state: 'unavailable', backend: null, reason: 'There is no keychain.' }, 'There is no keychain.'],
  [{ state: 'refused', backend: 'basic_text', reason: 'It seals nothing.' }, 'It seals nothing.'],
  [{ state: 'available', backend: 'basic_text', reason: null }, /keychain that would keep/],
] as const)('%o is refused with its reason', async (status, message) => {
  const { engine, keychain } = await slotEngine()
  keychain.now = status
  const enabling = engine.useCases.keySlot.enableDevice(ada, { password })
  await expect(enabling).rejects.toMatchObject({ code: 'DEVICE_UNAVAILABLE', message: expect.stringMatching(message) })
  expect((await engine.useCases.keySlot.list(ada, undefined)).map(({ kind }) => kind)).toEqual(['password'])
})

test('it takes the password to enable', async () => {
  const { engine, keychain } = await slotEngine()
  const enabling = engine.useCases.keySlot.enableDevice(ada, { password: 'not it' })
  await expect(enabling).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  expect(keychain.seen).toEqual([])
})

test('a keychain that is away, or another one, opens nothing, and the password still does', async () => {
  const { engine, keychain } = await withDevice()
  keychain.forget()
  await expect(engine.unlock({ device: true })).rejects.toMatchObject({ code: 'DEVICE_UNAVAILABLE' })
  keychain.now = { state: 'unavailable', backend: null, reason: 'away' }
  expect(await engine.waysIn()).toEqual({ recovery: false, device: 'unavailable' })
  await expect(engine.unlock({ device: true })).rejects.toMatchObject({ code: 'DEVICE_UNAVAILABLE' })
  await engine.unlock({ password })
  expect(engine.state()).toBe('unlocked')
})

test('what the keychain wraps anew is kept, so that it opens when the old wrapping does no more', async () => {
  const { engine, files, keychain } = await withDevice()
  const before = files.copy()
  keychain.changeKey()
  await engine.unlock({ device: true })
  await engine.close()
  // Only what the new key wrapped opens from here on.
  keychain.dropOldKeys()
  const { engine: again } = await slotEngine(files, keychain)
  await again.unlock({ device: true })
  const { engine: old } = await slotEngine(before, keychain)
  await expect(old.unlock({ device: true })).rejects.toMatchObject({ code: 'DEVICE_UNAVAILABLE' })
})

test('a disabled device opens nothing', async () => {
  const { engine } = await withDevice()
  await engine.unlock({ password })
  await engine.useCases.keySlot.disableDevice(ada, undefined)
  await expect(engine.useCases.keySlot.disableDevice(ada, undefined)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await engine.lock()
  expect(await engine.waysIn()).toEqual({ recovery: false, device: 'none' })
  await expect(engine.unlock({ device: true })).rejects.toMatchObject({ code: 'DEVICE_UNAVAILABLE' })
})

test('the password is due after as long as the settings say, and giving it puts that off; the device does not', async () => {
  const { engine, clock } = await withDevice()
  await engine.unlock({ password })
  await engine.useCases.settings.update(ada, { passwordEveryHours: 4 })
  await engine.lock()
  clock.advance(3 * hour)
  await engine.unlock({ device: true })
  await engine.lock()
  clock.advance(hour)
  expect(await engine.waysIn()).toEqual({ recovery: false, device: 'password_due' })
  await expect(engine.unlock({ device: true })).rejects.toMatchObject({ code: 'PASSWORD_DUE' })
  await engine.unlock({ password })
  await engine.lock()
  await engine.unlock({ device: true })
  await engine.useCases.settings.update(ada, { passwordEveryHours: null })
  await engine.lock()
  clock.advance(10_000 * hour)
  await engine.unlock({ device: true })
})

test('a header in which that moment was moved is found out, and opens nothing', async () => {
  const { engine, files, clock, keychain } = await withDevice()
  clock.advance(337 * hour)
  const header = Buffer.from(files.contents.get('header') ?? [])
  for (const copy of [0, COPY_BYTES]) {
    const part = header.subarray(copy, copy + COPY_BYTES)
    const at = part.indexOf('"passwordAt":"') + '"passwordAt":"'.length
    part.write('2026-12-05', at)
    createHash('sha256')
      .update(part.subarray(0, COPY_BYTES - 32))
      .digest()
      .copy(part, COPY_BYTES - 32)
  }
  const forged = files.copy()
  forged.contents.set('header', new Uint8Array(header))
  const { engine: other } = await slotEngine(forged, keychain, clock)
  expect(await other.waysIn()).toEqual({ recovery: false, device: 'ready' })
  await expect(other.unlock({ device: true })).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  await expect(engine.unlock({ device: true })).rejects.toMatchObject({ code: 'PASSWORD_DUE' })
})
