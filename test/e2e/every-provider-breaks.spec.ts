import type { Page } from '@playwright/test'
import { attentionRow, listedWithinASecond } from './attention-watch'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'
import { openGitHubSettings, press } from './github-settings'
import { signOutEverywhere } from './neurocad-sessions'
import { slackSays } from './slack-says'
import { approve, connect } from './steps'
import { approveAndWalkOn } from './walk'

const test = testOnOneDemo()
// One history: what the first test connects, the others break and bring back.
test.describe.configure({ mode: 'serial' })
const ids = { slackApi: '', githubApi: '', neurocadUserIdentityApi: '' }

const rows = (page: Page) => page.getByRole('grid', { name: 'Connections that need attention' }).getByRole('row')
const allWorks = (page: Page) => expect(page.getByRole('heading', { name: 'Everything works' })).toBeVisible()
const notice = (page: Page) => page.getByRole('listitem').filter({ hasText: 'needs attention' })

test('Slack, GitHub and a Passport are connected from their type pages, and back there each is in the list', async ({
  page,
  demo,
}) => {
  for (const type of Object.keys(ids) as (keyof typeof ids)[]) {
    ids[type] = await connect(page, demo, type)
    await expect(page.getByRole('option')).toHaveCount(1)
  }
  await demo.open(page, '/connect')
  for (const type of Object.keys(ids)) await expect(page.locator(`[data-card=${type}]`)).toContainText('1 connection')
})

test('what Slack revokes or uninstalls is listed within a second, and reconnected there under its id', async ({ page, demo }) => {
  await watchAttention(page)
  await listedWithinASecond(page, ids.slackApi, () => slackSays(demo, 'tokens_revoked'))
  await told(page, ids.slackApi, 'The provider revoked its tokens')
  await reconnectThere(page, demo, ids.slackApi)

  await listedWithinASecond(page, ids.slackApi, () => slackSays(demo, 'app_uninstalled'))
  await told(page, ids.slackApi, 'The app was uninstalled at the provider')
  await reconnectThere(page, demo, ids.slackApi)
})

test('an installation suspended at GitHub is listed within a second, and leaves when GitHub unsuspends it', async ({
  page,
  context,
  demo,
}) => {
  await watchAttention(page)
  const settings = await openGitHubSettings(context, demo)
  await listedWithinASecond(page, ids.githubApi, () => press(settings, 'Suspend'))
  await told(page, ids.githubApi, 'The installation is suspended at the provider')

  await test.step('its button leads to where it was suspended', async () => {
    const opened = demo.nextTab(page)
    await attentionRow(page, ids.githubApi).getByRole('button', { name: 'Open at GitHub: ' }).click()
    const configure = await opened
    await configure.getByRole('button', { name: 'Back' }).click()
    await press(configure, 'Unsuspend')
  })
  await allWorks(page)
  await expect.poll(() => statusOf(demo, ids.githubApi)).toEqual(['active', 'installation_unsuspended'])
})

test('an App uninstalled at GitHub is listed within a second, and installed again there under the same id', async ({
  page,
  context,
  demo,
}) => {
  await watchAttention(page)
  const settings = await openGitHubSettings(context, demo)
  await listedWithinASecond(page, ids.githubApi, () => press(settings, 'Uninstall'))
  await told(page, ids.githubApi, 'The installation was deleted at the provider')
  await reconnectThere(page, demo, ids.githubApi)
})

test('a Passport that Neurocad signed out is found by Test, listed within a second, and reconnected there', async ({
  page,
  context,
  demo,
}) => {
  await watchAttention(page)
  await signOutEverywhere(context, demo)
  await listedWithinASecond(page, ids.neurocadUserIdentityApi, () =>
    demo.api.call(`/connect/connections/${ids.neurocadUserIdentityApi}/test`, 'POST'),
  )
  await told(page, ids.neurocadUserIdentityApi, 'The provider no longer accepts its refresh token')
  await reconnectThere(page, demo, ids.neurocadUserIdentityApi)
})

test('all three broken are reconnected in a row, one click and one consent page each, under their ids', async ({
  page,
  context,
  demo,
}) => {
  await watchAttention(page)
  const other = await openGitHubSettings(context, demo)
  await press(other, 'Uninstall')
  expect(await slackSays(demo, 'tokens_revoked')).toBe(200)
  await signOutEverywhere(context, demo)
  await demo.api.call(`/connect/connections/${ids.neurocadUserIdentityApi}/test`, 'POST')
  await expect(rows(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'Reconnect all' }).focus()
  const opened = demo.nextTab(page)
  await page.keyboard.press('Enter')
  let consent = await opened
  for (const step of ['2 of 3', '3 of 3']) consent = await approveAndWalkOn(page, demo, consent, step)
  await approve(consent)
  await allWorks(page)
  await expect(page.getByText('3 of 3 are back').first()).toBeVisible()
  for (const id of Object.values(ids)) expect(await statusOf(demo, id)).toEqual(['active', 'reconnected'])
})

async function watchAttention(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Needs attention' }).click()
  await allWorks(page)
}

/** The row says why, the badge counts it, and a notification names it. */
async function told(page: Page, id: string, why: string): Promise<void> {
  await expect(rows(page)).toHaveCount(1)
  await expect(attentionRow(page, id)).toContainText(why)
  await expect(page.getByRole('link', { name: 'Needs attention 1' })).toBeVisible()
  await expect(page).toHaveTitle(/^\(1\) Needs attention/)
  await expect(notice(page)).toContainText(why)
}

async function reconnectThere(page: Page, demo: Program, id: string): Promise<void> {
  const opened = demo.nextTab(page)
  await attentionRow(page, id).getByRole('button', { name: 'Reconnect: ' }).click()
  const consent = await opened
  await approve(consent)
  await allWorks(page)
  await expect(page).toHaveURL(/\/attention$/)
  await expect(page).toHaveTitle(/^Needs attention/)
  await expect(notice(page)).toBeHidden()
  expect(await statusOf(demo, id)).toEqual(['active', 'reconnected'])
  await consent.close()
}

async function statusOf(demo: Program, id: string): Promise<string[]> {
  const view = await demo.api.call<{ status: string; statusReason: string }>(`/connect/connections/${id}`)
  return [view.status, view.statusReason]
}
