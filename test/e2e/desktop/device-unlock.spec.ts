import { expect, testOnOneDemo } from '../fixtures'
import { desktopOf } from './fixtures'

const test = testOnOneDemo()
// One history: of a computer whose keychain turns out to seal nothing.
test.describe.configure({ mode: 'serial' })

test('the keychain of the computer opens the vault once its owner said so with the password', async ({ page, demo }) => {
  await demo.open(page, '/settings')
  const device = page.getByRole('switch', { name: 'Unlock with this computer' })
  await device.click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog).toBeHidden()
  await expect(device).toBeChecked()

  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: /^Unlock with / }).click()
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
  await expect(device).toBeChecked()
})

test('a keychain that seals nothing is refused, by its name, and the password opens the vault', async ({ page, demo }) => {
  await page.keyboard.press('Control+l')
  await desktopOf(demo).computer.setKeyring('basic_text')
  expect(await demo.api.ask('/vault/unlock', 'POST', 'owner', { device: true })).toMatchObject({
    body: { code: 'DEVICE_UNAVAILABLE' },
  })
  await page.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  await demo.open(page, '/settings')
  await page.getByRole('switch', { name: 'Unlock with this computer' }).click()
  await expect(page.getByText('This computer has no keychain that seals anything.')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Unlock with this computer' })).toBeDisabled()
  const enabled = await demo.api.ask('/vault/device', 'POST', 'owner', { password: demo.facts.vaultPassword })
  expect(enabled).toMatchObject({ body: { code: 'DEVICE_UNAVAILABLE' } })
})
