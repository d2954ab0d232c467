import { expect, test } from 'vitest'
import { Settings } from '../../src-shared/contract/settings'
import { defaultSettings } from '../../src-shared/domain/default-settings'

test.each([
  ['serve', false, null, false],
  ['serve', true, null, true],
  ['desktop', false, 15, false],
  ['desktop', true, null, true],
] as const)(
  '%s (demo: %s) locks after %s minutes at first, and answers scripts: %s',
  (kind, demo, autoLockMinutes, loopbackApi) => {
    const defaults = defaultSettings({ kind, demo })
    expect(defaults).toMatchObject({ autoLockMinutes, loopbackApi, lockOnScreenLock: true, lockOnSleep: true })
    expect(Settings.parse(defaults)).toEqual(defaults)
  },
)

test('nothing looks for updates, and the password is asked for every two weeks, until somebody decides otherwise', () => {
  expect(defaultSettings({ kind: 'desktop', demo: false })).toMatchObject({
    ...{ updates: false, updateFeed: null, closeToTray: false, notifyBreakage: true },
    ...{ passwordEveryHours: 336, callbackBy: 'loopback', receiveFolder: null },
  })
})
