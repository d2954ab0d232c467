import type { Page } from '@playwright/test'
import { demoOfFile, expect, test } from './fixtures'
import { approve, connect, open, openConsent, signIn } from './steps'

// One history: of a connection that other accounts are approved for.
test.describe.configure({ mode: 'serial' })
const serve = demoOfFile()
const choices = { own: 'Install on ada-lindqvist: all', organization: 'Install on larkspur-devices: all' }
let id = ''

test.beforeEach(async ({ page }) => {
  await signIn(page, serve())
})

test('a reconnect that comes back from another GitHub account changes nothing before the person chooses', async ({ page }) => {
  id = await connect(page, serve(), 'githubApi')
  const before = await connectionNow()
  await reconnectAs(page, choices.organization)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('You approved larkspur-devices, not ada-lindqvist')
  expect(await connectionNow()).toEqual(before)
  await dialog.getByRole('button', { name: 'Discard this approval' }).click()
  await expect(dialog).toBeHidden()
  expect(await connectionNow()).toEqual(before)
})

test('“switch” lets the other account take over under the same id', async ({ page }) => {
  await reconnectAs(page, choices.organization)
  await page.getByRole('button', { name: 'Switch this connection to that account' }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(page.getByText('Its id is the same, so recipes keep working.').first()).toBeVisible()
  expect(await connectionNow()).toMatchObject({ status: 'active', account: { label: 'larkspur-devices' } })
  await expect(page.getByRole('definition').filter({ hasText: 'larkspur-devices' }).first()).toBeVisible()
})

test('“keep it as a new connection” makes one of its own, and leaves the other as it is', async ({ page }) => {
  const before = await connectionNow()
  await reconnectAs(page, choices.own)
  await page.getByRole('button', { name: 'Keep it as a new connection' }).click()
  await expect(page).toHaveURL(/\/connect\/provider\/githubApi\?added=cred_/)
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.locator(`[data-connection="${id}"]`)).toContainText('larkspur-devices')
  expect(await connectionNow()).toEqual(before)
})

test('adding an account that is connected offers the connection there is, and that keeps its id', async ({ page }) => {
  await open(page, serve(), 'connect/provider/githubApi')
  await approve(await openConsent(page, 'Add connection'), choices.organization)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('larkspur-devices is connected already')
  await dialog.getByRole('button', { name: 'Reconnect the existing one' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('option')).toHaveCount(2)
  expect(await connectionNow()).toMatchObject({ status: 'active', statusReason: 'reconnected' })
})

async function reconnectAs(page: Page, choice: string): Promise<void> {
  await open(page, serve(), `connect/${id}`)
  await approve(await openConsent(page, 'Reconnect'), choice)
}

const connectionNow = () => serve().call<Record<string, unknown>>(`/connect/connections/${id}`)
