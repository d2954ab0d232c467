import { expect, test } from 'vitest'
import { isOwnPath } from '../../src-renderer/lib/own-path'
import { paths } from '../../src-renderer/lib/paths'
import { settingsPlaces } from '../../src-renderer/pages/settings/settings-places'
import { type SettingsPlace, sectionsAt, settingsSections } from '../../src-renderer/pages/settings/settings-sections'

const desktop: SettingsPlace = {
  desktop: true,
  owner: true,
  facts: { tray: true, notifications: true },
  browserNotifies: true,
}
const ids = (place: SettingsPlace) => sectionsAt(place).map(({ id }) => id)

test('the owner’s desktop has every section', () => {
  expect(ids(desktop)).toEqual(settingsSections.map(({ id }) => id))
})

test('a browser has neither a tray nor updates', () => {
  const shown = ids({ ...desktop, desktop: false })
  expect(shown).not.toContain('window')
  expect(shown).not.toContain('updates')
  expect(shown).toContain('notifications')
})

test('a desktop without a tray has no section for it, and a browser without notifications none for those', () => {
  expect(ids({ ...desktop, facts: { tray: false, notifications: true } })).not.toContain('window')
  expect(ids({ ...desktop, desktop: false, browserNotifies: false })).not.toContain('notifications')
})

test('who does not own the vault sees nothing of how it is kept', () => {
  const shown = ids({ ...desktop, desktop: false, owner: false })
  expect(shown).toEqual(['appearance', 'provider-apps', 'notifications', 'about'])
  const labels = settingsPlaces(sectionsAt({ ...desktop, desktop: false, owner: false })).map(({ path }) => path)
  expect(labels).not.toContain(paths.recovery)
  expect(labels).not.toContain(paths.keyHealth)
})

test('whatever the palette leads to is a page, under a label of its own', () => {
  const places = settingsPlaces(sectionsAt(desktop))
  expect(places.every(({ path }) => isOwnPath(path))).toBe(true)
  expect(new Set(places.map(({ label }) => label)).size).toBe(places.length)
})
