import type { Page } from '@playwright/test'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'

const test = testOnOneDemo()
// One history: of the ways into one vault.
test.describe.configure({ mode: 'serial' })
let code = ''
const changed = 'nine copper kettles'

const directory = (page: Page) => page.getByRole('heading', { name: 'Connect', exact: true })

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
}

async function tryPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

const openRecovery = (page: Page, demo: Program) => demo.open(page, '/settings/recovery')

test('a recovery code is shown once, asked back, and opens nothing before that', async ({ page, demo }) => {
  await openRecovery(page, demo)
  await page.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await page.getByRole('button', { name: 'Show the code' }).click()
  const shown = page.locator('[data-recovery-code]')
  await expect(shown).toBeVisible()
  code = (await shown.getAttribute('data-recovery-code')) ?? ''
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  expect(await demo.api.call<{ waysIn: object }>('/vault')).toMatchObject({ waysIn: { recovery: false } })

  await page.getByRole('button', { name: 'I have it. Type it back' }).click()
  expect(await page.content()).not.toContain(code)
  const typed = page.getByLabel('Recovery code, as you wrote it down')
  await typed.fill(code.replaceAll('-', '').toLowerCase())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery code works' })).toBeVisible()
  expect(await page.content()).not.toContain(code)
})

test('the code opens the vault, and a new password is set with it: the old one opens nothing', async ({ page, demo }) => {
  await lock(page)
  await page.getByRole('button', { name: 'Use recovery code' }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await page.getByLabel('New password', { exact: true }).fill(changed)
  await page.getByLabel('New password again', { exact: true }).fill(changed)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(directory(page)).toBeVisible()

  await lock(page)
  await tryPassword(page, demo.facts.vaultPassword)
  await expect(page.getByText('That is not the password of this vault.')).toBeVisible()
  await tryPassword(page, changed)
  await expect(directory(page)).toBeVisible()
})

test('the password is changed in the settings, with the one before it', async ({ page, demo }) => {
  await demo.open(page, '/settings')
  await page.getByRole('button', { name: 'Change password' }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await dialog.getByLabel('Current password', { exact: true }).fill(changed)
  await dialog.getByLabel('New password', { exact: true }).fill(changed)
  await dialog.getByLabel('New password again', { exact: true }).fill(changed)
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(dialog.getByText('This is the password that you have now.')).toBeVisible()
  await dialog.getByLabel('New password', { exact: true }).fill('ten silver ladles')
  await dialog.getByLabel('New password again', { exact: true }).fill('ten silver ladles')
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed').first()).toBeVisible()

  await lock(page)
  await tryPassword(page, 'ten silver ladles')
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
})
