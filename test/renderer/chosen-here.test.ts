import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { notificationChoice, onNotificationChoice, wantNotifications } from '../../src-renderer/lib/system-notifications'
import { applyTheme, onThemeChange, storedTheme } from '../../src-renderer/lib/theme'

vi.hoisted(() => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
})

afterAll(() => vi.unstubAllGlobals())

beforeEach(async () => {
  applyTheme('system')
  await wantNotifications(false)
})

test('whoever shows the theme is told when it is chosen elsewhere, and what it is by then', () => {
  const seen: string[] = []
  const stop = onThemeChange(() => seen.push(storedTheme()))
  applyTheme('dark')
  applyTheme('system')
  stop()
  applyTheme('light')
  expect(seen).toEqual(['dark', 'system'])
})

test('whoever shows whether notifications are wanted is told when that is chosen elsewhere', async () => {
  const seen: string[] = []
  const stop = onNotificationChoice(() => seen.push(notificationChoice()))
  await wantNotifications(true)
  await wantNotifications(false)
  stop()
  await wantNotifications(true)
  expect(seen).toEqual(['on', 'off'])
})
