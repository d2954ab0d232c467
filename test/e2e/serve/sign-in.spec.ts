import type { Page } from '@playwright/test'
import { addressOf } from '../drivers/sign-in'
import { expect, test } from '../fixtures'

const directory = (page: Page) => page.getByRole('heading', { name: 'Connect', exact: true })
const signInPage = (page: Page) => page.getByRole('heading', { name: 'Sign in to this window' })

test('the printed link signs in the tab that shows the sign-in page, leaves the address bar, and works once', async ({
  context,
  browser,
  demo,
}) => {
  const tab = await context.newPage()
  await tab.goto(addressOf(demo, '/'))
  await expect(signInPage(tab)).toBeVisible()
  const link = demo.ready.openUrl ?? ''
  await tab.goto(link)
  await expect(directory(tab)).toBeVisible()
  await expect(tab).toHaveURL(addressOf(demo, '/connect'))

  const stranger = await browser.newContext()
  const second = await stranger.newPage()
  await second.goto(link)
  await expect(signInPage(second)).toBeVisible()
  expect(second.url()).not.toContain('ticket')
  await stranger.close()

  await test.step('a new tab of the same browser asks the first one and is signed in', async () => {
    const another = await context.newPage()
    await another.goto(addressOf(demo, '/settings'))
    await expect(another.getByRole('heading', { name: 'Settings' })).toBeVisible()
  })
})

test('a new tab that follows the printed link opens on the directory', async ({ context, demo }) => {
  const tab = await context.newPage()
  await tab.goto(demo.ready.openUrl ?? '')
  await expect(directory(tab)).toBeVisible()
  expect(tab.url()).not.toContain('ticket')
})

test('a pasted access token signs in; a wrong one is refused where it was typed', async ({ context, demo }) => {
  const tab = await context.newPage()
  await tab.goto(addressOf(demo, '/connect'))
  const token = tab.getByLabel('Access token', { exact: true })
  await token.fill('not-a-token')
  await tab.keyboard.press('Enter')
  await expect(tab.getByText('This token is not valid here.')).toBeVisible()
  await token.fill(await demo.api.tokenOf('owner'))
  await tab.keyboard.press('Enter')
  await expect(directory(tab)).toBeVisible()
})
