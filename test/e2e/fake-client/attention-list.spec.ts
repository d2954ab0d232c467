import type { Page } from '@playwright/test'
import { expect, test } from './harness-test'

// Many kinds of trouble at once take a provider each, so this is the page over the fake client.
const grid = (page: Page) => page.getByRole('grid', { name: 'Connections that need attention' })

test('each connection has one button that helps: Reconnect, or the settings at GitHub where that is what helps', async ({
  page,
  harness,
}) => {
  await page.goto(`${harness.origin}/attention?connections=30&types=all`)
  await expect(grid(page).getByRole('row')).toHaveCount(5)
  await expect(grid(page).getByRole('button')).toHaveCount(5)
  await expect(grid(page).getByRole('button', { name: 'Open at GitHub: northwind-labs' })).toBeVisible()
  await expect(grid(page).getByRole('button', { name: 'Reconnect: Partner portal' })).toBeVisible()
})

test('the keyboard walks the list, reconnects and opens, and is where it was afterwards', async ({ page, harness }) => {
  await page.goto(`${harness.origin}/attention?connections=30&types=all`)
  await expect(grid(page).getByRole('row')).toHaveCount(5)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = grid(page).getByRole('row').nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('r')
  const dialog = page.getByRole('alertdialog', { name: 'Reconnect Partner portal' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Partner portal' })).toBeVisible()
})

test('a row that works again leaves, and the focus is on the button of the next', async ({ page, harness }) => {
  await page.goto(`${harness.origin}/attention?connections=30&types=all`)
  const button = grid(page).getByRole('button', { name: 'Reconnect: Globex Robotics' })
  await button.focus()
  const id = (await grid(page).getByRole('row').first().getAttribute('data-connection')) ?? ''
  await page.evaluate(async (which) => {
    const { emit, call } = window.fakeLink
    const found = await call(['connection', 'replaceFields'], { id: which, fields: {} }, { context: {} })
    emit({ kind: 'connection', connection: found as never })
  }, id)
  await expect(grid(page).getByRole('row')).toHaveCount(4)
  await expect(grid(page).getByRole('button').first()).toBeFocused()
  await expect(page.getByRole('link', { name: 'Needs attention 4' })).toBeVisible()
})

test('ten thousand connections in trouble are a list like any other', async ({ page, harness }) => {
  await page.goto(`${harness.origin}/attention?connections=10000`)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '682')
  expect(await grid(page).getByRole('row').count()).toBeLessThan(40)
  await page.keyboard.press('End')
  await expect(grid(page).locator('[aria-rowindex="682"][aria-selected=true]')).toBeVisible()
})
