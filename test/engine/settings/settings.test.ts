import { expect, test } from 'vitest'
import { readSettings } from '../../../src-main/engine/settings/settings-table'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { ada, testSession } from '../session-fixture'
import { add, newVault, remove, unlock, vaultPorts } from '../vault/vault-fixture'

const defaults = defaultSettings({ kind: 'serve', demo: false })

test('a new vault has the settings of the program that made it', async () => {
  const { session } = await testSession()
  expect(await session.useCases.settings.get(ada, undefined)).toEqual(defaults)
})

test('what is changed stays changed across a lock, and what is not named stays as it was', async () => {
  const test = await testSession()
  const { settings } = test.session.useCases
  await settings.update(ada, { autoLockMinutes: 5, receiveFolder: '/home/ada/in' })
  await settings.update(ada, { autoLockMinutes: null, notifyBreakage: false })
  await test.reopen()
  const expected = { ...defaults, autoLockMinutes: null, receiveFolder: '/home/ada/in', notifyBreakage: false }
  expect(await test.session.useCases.settings.get(ada, undefined)).toEqual(expected)
})

test('a change is told to its owner alone, and one that changes nothing is neither told nor written down', async () => {
  const { session, changes, files } = await testSession()
  const changed = await session.useCases.settings.update(ada, { closeToTray: true })
  expect(changes).toEqual([{ event: { kind: 'settings', settings: changed }, audience: { subject: 'ada' } }])
  const journal = () => Buffer.from(files.contents.get('journal-1') ?? [])
  const before = journal()
  await session.useCases.settings.update(ada, { closeToTray: true, receiveFolder: null })
  expect(changes).toHaveLength(1)
  expect(journal().equals(before)).toBe(true)
})

test('a folder for files that is not absolute is refused by its name, and nothing of that change is kept', async () => {
  const { session } = await testSession()
  const { settings } = session.useCases
  await expect(settings.update(ada, { closeToTray: true, receiveFolder: 'Downloads' })).rejects.toMatchObject({
    ...{ code: 'INVALID_INPUT', data: { fields: [{ path: 'receiveFolder' }] } },
  })
  expect(await settings.get(ada, undefined)).toEqual(defaults)
})

const write = (vault: Vault, body: EventBody): Promise<void> =>
  vault.commit({ actor: null, touches: ['settings'], decide: () => ({ events: [{ body }], result: () => undefined }) })

test('names and values of a later version cost nothing that this one knows, also from a snapshot', async () => {
  const { ports, vault } = await newVault()
  const fromLater: object = { autoLockMinutes: 7, screenSaver: { after: 3 }, closeToTray: true }
  await write(vault, { kind: 'settings.changed', record: 'vault', data: fromLater })
  expect(readSettings(vault, defaults)).toEqual({ ...defaults, closeToTray: true })
  // Erasing compacts: from then on it is the snapshot that holds them.
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await vault.close()
  const again = await unlock(vaultPorts(ports.files))
  expect(readSettings(again, defaults)).toEqual({ ...defaults, closeToTray: true })
  expect((await again.history('vault', 9)).events.map(({ kind }) => kind)).toEqual(['settings.changed', 'vault.created'])
  expect(ports.logger.lines).toEqual([])
})
