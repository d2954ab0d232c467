import { expect, test } from './fixtures'
import { approve, connectSlack, credentialId, openConsent, openFirstConnection } from './steps'

const otherWorkspace = /Foxglove/

test.beforeEach(async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
})

test('reconnecting keeps the id', async ({ page }) => {
  const id = await openFirstConnection(page)
  await approve(await openConsent(page, 'Reconnect'))
  await expect(page.getByText('Its id is the same, so recipes keep working.').first()).toBeVisible()
  expect(await credentialId(page)).toBe(id)
  await expect(page.getByText('Reconnected and ready to use')).toBeVisible()
})

test('another account is not taken for this one: it can become a connection of its own', async ({ page }) => {
  const id = await openFirstConnection(page)
  await approve(await openConsent(page, 'Reconnect'), 'Foxglove')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Nothing was changed')
  await dialog.getByRole('button', { name: 'Keep it as a new connection' }).click()
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi\?added=/)
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.locator(`[data-connection="${id}"]`)).toBeVisible()
})

test('another account can take over this connection when the person says so', async ({ page }) => {
  const id = await openFirstConnection(page)
  await approve(await openConsent(page, 'Reconnect'), 'Foxglove')
  await page.getByRole('button', { name: 'Switch this connection to that account' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  expect(await credentialId(page)).toBe(id)
  await expect(page.getByRole('definition').filter({ hasText: otherWorkspace }).first()).toBeVisible()
})

test('adding the connected workspace again offers to reconnect the one there is', async ({ page }) => {
  await approve(await openConsent(page, 'Add connection'))
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('is connected already')
  await dialog.getByRole('button', { name: 'Reconnect the existing one' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('option')).toHaveCount(1)
})
