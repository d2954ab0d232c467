import type { Page } from '@playwright/test'
import { expect, testOnOneDemo } from './fixtures'
import { slackSays, workspaces } from './slack-says'
import { approve, connect, openConsent, slackCard } from './steps'
import { approveAndWalkOn } from './walk'

const test = testOnOneDemo()
// One history: of a workspace that breaks again and again.
test.describe.configure({ mode: 'serial' })

const rows = (page: Page) => page.getByRole('grid', { name: 'Connections that need attention' }).getByRole('row')

test('what breaks is told wherever the person is, and the notice reconnects it there', async ({ page, demo }) => {
  await connect(page, demo, 'slackApi', 'Larkspur')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
  expect(await slackSays(demo, 'tokens_revoked')).toBe(200)
  const notice = page.getByRole('listitem').filter({ hasText: 'needs attention' })
  await expect(notice).toBeVisible({ timeout: 1500 })
  const opened = demo.nextTab(page)
  await notice.getByRole('button', { name: 'Reconnect' }).click()
  await approve(await opened, 'Larkspur')
  await expect(page.getByText('is reconnected').first()).toBeVisible()
  await expect(page).toHaveURL(/\/settings$/)
  await expect(notice).toBeHidden()
})

test('several are reconnected one after the other, each consent page from one click', async ({ page, demo }) => {
  await connect(page, demo, 'slackApi', 'Foxglove')
  for (const teamId of Object.values(workspaces)) expect(await slackSays(demo, 'tokens_revoked', teamId)).toBe(200)
  await page.getByRole('link', { name: 'Needs attention' }).click()
  await expect(rows(page)).toHaveCount(2)

  // In the order of the list: Foxglove Labs, then Larkspur Devices.
  const first = await openConsent(page, demo, 'Reconnect all')
  const second = await approveAndWalkOn(page, demo, first, '2 of 2', 'Foxglove')
  await expect(page.getByRole('alertdialog')).toContainText('Larkspur Devices')
  // Behind the dialog, so not by its role.
  await expect(page.getByRole('main', { includeHidden: true }).locator('[data-connection]')).toHaveCount(1)
  await approve(second, 'Larkspur')
  await expect(page.getByRole('heading', { name: 'Everything works' })).toBeVisible()
  await expect(page.getByText('2 of 2 are back').first()).toBeVisible()
})

test('an app that is uninstalled at Slack makes the card say so', async ({ page, demo }) => {
  for (const teamId of Object.values(workspaces)) expect(await slackSays(demo, 'app_uninstalled', teamId)).toBe(200)
  await expect(slackCard(page)).toContainText('Reconnect required')
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
})
