import { expect, test } from './fixtures'
import { approve, openConsent, openFirstConnection, redirectOfApproval, slackCard } from './steps'

test('a click, a consent, and the card says "1 connection"', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await expect(page).toHaveURL(`${demo.ready.url}connect`)
  await expect(slackCard(page)).toContainText('Not connected')
  await slackCard(page).click()

  const consent = await openConsent(page, 'Add connection')
  const waiting = page.getByRole('alertdialog', { name: 'Connect Slack' })
  await expect(waiting).toContainText('Waiting for you to approve at Slack')
  await expect(waiting).toContainText(new URL(consent.url()).host)
  await approve(consent)

  await expect(waiting).toBeHidden()
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi\?added=cred_/)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('link', { name: 'Connect', exact: true }).first().click()
  await expect(slackCard(page)).toContainText('1 connection')
})

test('the tab that comes back from the consent is signed in and shows the new connection', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await slackCard(page).click()
  const consent = await openConsent(page, 'Add connection')
  await approve(consent)
  await expect(consent).toHaveURL(/\/connect\/provider\/slackApi/)
  await expect(consent.getByRole('option')).toHaveCount(1)
})

test('a refused consent says so and changes nothing', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await slackCard(page).click()
  const consent = await openConsent(page, 'Add connection')
  await consent.getByRole('button', { name: 'Cancel' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Slack was not connected')
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('cancelling the wait leaves nothing behind', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await slackCard(page).click()
  const consent = await openConsent(page, 'Add connection')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await approve(consent)
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('the address of the answer can be pasted by hand', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await slackCard(page).click()
  const consent = await openConsent(page, 'Add connection')
  const answer = await redirectOfApproval(consent)
  await page.getByRole('button', { name: 'Paste the address' }).click()
  await page.getByLabel('Address after you approved').fill(answer)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  await openFirstConnection(page)
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
})
