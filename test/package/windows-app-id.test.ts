import { expect, test } from 'vitest'
import config from '../../electron-builder.config.mjs'
import { windowsAppId } from '../../src-main/shell/windows-app-id'

test('notifications on Windows belong to the shortcut that the installer makes', () => {
  expect(windowsAppId).toBe(config.appId)
})
