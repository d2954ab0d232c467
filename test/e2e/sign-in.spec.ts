import { expect, test } from './fixtures'

test('the ticket leaves the address bar, and works once', async ({ page, browser, demo }) => {
  await page.goto(demo.ready.openUrl)
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  expect(page.url()).not.toContain('ticket')

  const stranger = await browser.newContext()
  const second = await stranger.newPage()
  await second.goto(demo.ready.openUrl)
  await expect(second.getByRole('heading', { name: 'Sign in to this window' })).toBeVisible()
  expect(second.url()).not.toContain('ticket')
  await stranger.close()
})

test('a pasted access token signs in; a wrong one is refused where it was typed', async ({ page, demo }) => {
  await page.goto(`${demo.ready.url}connect`)
  const token = page.getByLabel('Access token', { exact: true })
  await token.fill('not-a-token')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This token is not valid here.')).toBeVisible()
  await token.fill(await demo.ownerToken())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
})

test('a new tab of the same browser asks the first one and is signed in', async ({ page, context, demo }) => {
  await page.goto(demo.ready.openUrl)
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  const tab = await context.newPage()
  await tab.goto(`${demo.ready.url}settings`)
  await expect(tab.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('the printed link signs in the tab that shows the sign-in page', async ({ page, demo }) => {
  await page.goto(demo.ready.url)
  await expect(page.getByRole('heading', { name: 'Sign in to this window' })).toBeVisible()
  await page.goto(demo.ready.openUrl)
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
})
