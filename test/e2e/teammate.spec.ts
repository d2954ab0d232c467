import { expect, test } from './fixtures'
import { connectSlack, openFirstConnection, slackCard } from './steps'

test('a teammate sees the connection of the organisation, and cannot lock the vault', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  const id = await openFirstConnection(page)
  await page.goto(`${demo.ready.url}connect`)
  await expect(slackCard(page)).toContainText('1 connection')

  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('menuitem', { disabled: false }).filter({ hasNotText: 'Ada' }).click()
  await expect(page.getByRole('button', { name: /^Account: Noor/ })).toBeVisible()
  await expect(slackCard(page)).toContainText('1 connection')
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeHidden()

  await slackCard(page).click()
  await page.locator(`[data-connection="${id}"]`).click()
  await expect(page.getByText('by Ada Lindqvist')).toBeVisible()
})
