import { expect, testOnOneDemo } from './fixtures'
import { approve, openConsent, openFirstConnection, redirectOfApproval, slackCard } from './steps'

const test = testOnOneDemo()
// One history: of a demo in which nothing is connected yet.
test.describe.configure({ mode: 'serial' })

test('a refused consent says so and changes nothing', async ({ page, demo }) => {
  await expect(slackCard(page)).toContainText('Not connected')
  await slackCard(page).click()
  const consent = await openConsent(page, demo, 'Add connection')
  await consent.getByRole('button', { name: 'Cancel' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Slack was not connected')
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('option')).toHaveCount(0)
  await demo.open(page, '/connect')
  await expect(slackCard(page)).toContainText('Not connected')
})

test('a click, a consent, and the card says "1 connection"', async ({ page, demo }) => {
  await slackCard(page).click()
  const consent = await openConsent(page, demo, 'Add connection')
  const waiting = page.getByRole('alertdialog', { name: 'Connect Slack' })
  await expect(waiting).toContainText('Waiting for you to approve at Slack')
  await expect(waiting).toContainText(new URL(consent.url()).host)
  await approve(consent)

  await expect(waiting).toBeHidden()
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi\?added=/)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('link', { name: 'Connect', exact: true }).first().click()
  await expect(slackCard(page)).toContainText('1 connection')
})

test('the address of the answer can be pasted by hand', async ({ page, demo }) => {
  await slackCard(page).click()
  const consent = await openConsent(page, demo, 'Add connection')
  const answer = await redirectOfApproval(consent, 'Foxglove')
  await page.getByRole('button', { name: 'Paste the address' }).click()
  await page.getByLabel('Address after you approved').fill(answer)
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('option').first()).toContainText('Foxglove Labs')
  await openFirstConnection(page)
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
})

test('cancelling the wait leaves nothing behind, whatever is approved afterwards', async ({ page, demo }) => {
  await demo.open(page, '/connect/provider/googleApi')
  const consent = await openConsent(page, demo, 'Add connection')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await approve(consent)
  await expect(consent).toHaveURL(/\/oauth\/callback/)
  await expect(consent.getByRole('heading')).toBeVisible()
  const { items } = await demo.api.call<{ items: unknown[] }>('/connect/connections?type=googleApi')
  expect(items).toEqual([])
  await expect(page.getByRole('option')).toHaveCount(0)
})
