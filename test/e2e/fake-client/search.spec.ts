import { startHarness } from '../../renderer/harness/server'
import { expect, test } from '../quiet-test'

let harness: Awaited<ReturnType<typeof startHarness>>
test.beforeAll(async () => {
  harness = await startHarness()
})
test.afterAll(() => harness.close())

test('slash searches all connections from a page without a search of its own', async ({ page }) => {
  await page.goto(`${harness.origin}/settings?connections=30&types=all`)
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search names, accounts and ids' })).toBeFocused()
  await page.keyboard.type('northwind')
  await expect(page).toHaveURL(/\/connections\?q=northwind$/)
  await expect(page.getByRole('option')).toHaveCount(4)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/connect\/cred_/)
  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'Search names, accounts and ids' })).toHaveValue('northwind')
  await expect(page.getByRole('option')).toHaveCount(4)
})

test('filters stand in the address: Back undoes one, and a link means what it says', async ({ page }) => {
  await page.goto(`${harness.origin}/connect?connections=10000&types=all`)
  await page.getByRole('link', { name: 'All connections' }).click()
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitemradio', { name: 'Error' }).click()
  await expect(page).toHaveURL(/\/connections\?status=error$/)
  await expect(page.getByRole('button', { name: 'Status: Error' })).toBeVisible()
  await page.getByRole('button', { name: 'Type' }).click()
  await page.getByRole('menuitemradio', { name: 'GitHub' }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.goBack()
  await expect(page).toHaveURL(/\/connections\?status=error$/)
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', '228')
})

test('an empty list says what narrows it, and clears that with one button', async ({ page }) => {
  await page.goto(`${harness.origin}/connections?q=zzz&status=error&visibility=private&connections=30&types=all`)
  const main = page.getByRole('main')
  await expect(main).toContainText('“zzz” · Error · Only mine')
  await main.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page).toHaveURL(/\/connections$/)
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', '36')
})

test('the palette adds what a person may add, and reconnects what it finds', async ({ page }) => {
  await page.goto(`${harness.origin}/connect?connections=3&types=all`)
  await expect(page.locator('[data-card]')).toHaveCount(11)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add ')
  await expect(page.getByRole('option', { name: 'Add Slack' })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Add Neurocad (Service|Desktop)/ })).toHaveCount(0)
  await page.getByRole('combobox').fill('reconnect partner')
  await page.getByRole('option', { name: /Reconnect Partner portal/ }).click()
  await expect(page.getByRole('alertdialog', { name: 'Reconnect Partner portal' })).toBeVisible()
})
