import { expect, test } from 'vitest'
import { permits } from '../../src-main/shell/permissions'

test('the page may put text on the clipboard', () => {
  expect(permits('clipboard-sanitized-write', 'app://neurocad/')).toBe(true)
})

test('no other permission is given', () => {
  const permissions = [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fullscreen',
    'hid',
    'usb',
    'serial',
    'unknown',
  ]
  for (const permission of permissions) expect(permits(permission, 'app://neurocad/'), permission).toBe(false)
})

test('nobody else may do what the page may', () => {
  for (const asker of ['https://example.com/', 'app://other/', ''])
    expect(permits('clipboard-sanitized-write', asker), asker).toBe(false)
})
