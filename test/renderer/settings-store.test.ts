import { beforeEach, expect, test, vi } from 'vitest'
import type { StoreApi } from 'zustand'
import { type ConnectState, createConnectStore } from '../../src-renderer/stores/connect-store'
import { settingOf } from '../../src-renderer/stores/settings-slice'
import { createFakeLink } from '../fakes/client'

let link: ReturnType<typeof createFakeLink>
let store: StoreApi<ConnectState>
const state = () => store.getState()

beforeEach(async () => {
  link = createFakeLink({ connections: 0, host: 'desktop' })
  store = createConnectStore({ kind: 'desktop', link, session: null, openPage: vi.fn() })
  await state().start()
  await state().loadSettings()
})

test('a change is shown before the engine has answered, and kept after it has', async () => {
  const changed = state().changeSettings({ autoLockMinutes: 5 })
  expect(settingOf(state(), 'autoLockMinutes')).toBe(5)
  await changed
  expect(settingOf(state(), 'autoLockMinutes')).toBe(5)
  expect(state().settings?.autoLockMinutes).toBe(5)
  expect(state().settingsUnderWay).toEqual([])
})

test('“never” is a setting like any other while it is on its way', async () => {
  const changed = state().changeSettings({ autoLockMinutes: null })
  expect(settingOf(state(), 'autoLockMinutes')).toBeNull()
  await changed
})

test('a change that is refused is taken back, and says at which field', async () => {
  const changed = state().changeSettings({ receiveFolder: '/bad' })
  expect(settingOf(state(), 'receiveFolder')).toBe('/bad')
  await expect(changed).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'receiveFolder' }] } })
  expect(settingOf(state(), 'receiveFolder')).toBeNull()
})

test('a refusal takes back its own change and no other', async () => {
  const refused = state().changeSettings({ receiveFolder: '/bad' })
  const kept = state().changeSettings({ closeToTray: true })
  await expect(refused).rejects.toBeDefined()
  expect(settingOf(state(), 'closeToTray')).toBe(true)
  await kept
  expect(state().settings).toMatchObject({ receiveFolder: null, closeToTray: true })
})

test('what a change answers brings back what was shown before it, also while an earlier one is on its way', async () => {
  const first = state().changeSettings({ autoLockMinutes: 5 })
  const second = state().changeSettings({ autoLockMinutes: 60 })
  expect(await first).toEqual({ autoLockMinutes: 15 })
  expect(await second).toEqual({ autoLockMinutes: 5 })
  await state().changeSettings(await second)
  expect(state().settings?.autoLockMinutes).toBe(5)
})

test('what another window changed is shown here', async () => {
  const { settings } = state()
  if (settings === undefined) throw new Error('The settings were not read.')
  link.emit({ kind: 'settings', settings: { ...settings, lockOnSleep: false } })
  await vi.waitFor(() => expect(settingOf(state(), 'lockOnSleep')).toBe(false))
})

test('locking drops the settings, the slots and the health, and an answer from before it brings nothing back', async () => {
  await Promise.all([state().loadSlots(), state().loadHealth()])
  expect(state().slots).toHaveLength(1)
  const late = [state().changeSettings({ closeToTray: true }), state().loadSlots(), state().loadHealth(), state().loadSettings()]
  state().becomeLocked()
  await Promise.all(late)
  expect(state()).toMatchObject({ settings: undefined, slots: undefined, health: undefined, settingsUnderWay: [] })
})
