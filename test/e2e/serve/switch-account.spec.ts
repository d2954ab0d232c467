import { followPrintedLink } from '../drivers/sign-in'
import { expect, test } from '../fixtures'
import { connect, openFirstConnection, slackCard } from '../steps'

test('a teammate sees the connection of the organisation, and cannot lock the vault', async ({ context, demo }) => {
  // Whoever came by the printed link may switch; a script's token is its own.
  const page = await context.newPage()
  await followPrintedLink(page, demo)
  await connect(page, demo, 'slackApi')
  const id = await openFirstConnection(page)
  await demo.open(page, '/connect')
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
