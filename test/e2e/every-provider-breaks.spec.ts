import type { Page } from '@playwright/test'
import { attentionRow, listedWithinASecond } from './attention-watch'
import { demoOfFile, expect, test } from './fixtures'
import { openGitHubSettings, press } from './github-settings'
import { slackSays } from './slack-says'
import { approve, connect, open, signIn } from './steps'

// One history: what the first test connects, the others break and bring back.
test.describe.configure({ mode: 'serial' })
const serve = demoOfFile()
const ids = { slackApi: '', githubApi: '', neurocadUserIdentityApi: '' }

const rows = (page: Page) => page.getByRole('grid', { name: 'Connections that need attention' }).getByRole('row')
const allWorks = (page: Page) => expect(page.getByRole('heading', { name: 'Everything works' })).toBeVisible()
const notice = (page: Page) => page.getByRole('listitem').filter({ hasText: 'needs attention' })

test.beforeEach(async ({ page }) => {
  await signIn(page, serve())
})

test('Slack, GitHub and a Passport are connected from their type pages, and back there each is in the list', async ({ page }) => {
  for (const type of Object.keys(ids) as (keyof typeof ids)[]) {
    ids[type] = await connect(page, serve(), type)
    await expect(page.getByRole('option')).toHaveCount(1)
  }
  await open(page, serve(), 'connect')
  for (const type of Object.keys(ids)) await expect(page.locator(`[data-card=${type}]`)).toContainText('1 connection')
})

test('what Slack revokes or uninstalls is listed within a second, and reconnected there under its id', async ({ page }) => {
  await watchAttention(page)
  await listedWithinASecond(page, ids.slackApi, () => slackSays(serve(), 'tokens_revoked'))
  await told(page, ids.slackApi, 'The provider revoked its tokens')
  await reconnectThere(page, ids.slackApi)

  await listedWithinASecond(page, ids.slackApi, () => slackSays(serve(), 'app_uninstalled'))
  await told(page, ids.slackApi, 'The app was uninstalled at the provider')
  await reconnectThere(page, ids.slackApi)
})

test('an installation suspended at GitHub is listed within a second, and leaves when GitHub unsuspends it', async ({ page }) => {
  await watchAttention(page)
  const settings = await openGitHubSettings(page, serve())
  await listedWithinASecond(page, ids.githubApi, () => press(settings, 'Suspend'))
  await told(page, ids.githubApi, 'The installation is suspended at the provider')

  await test.step('its button leads to where it was suspended', async () => {
    const opened = page.context().waitForEvent('page')
    await attentionRow(page, ids.githubApi).getByRole('button', { name: 'Open at GitHub: ' }).click()
    const configure = await opened
    await configure.getByRole('button', { name: 'Back' }).click()
    await press(configure, 'Unsuspend')
  })
  await allWorks(page)
  await expect.poll(() => statusOf(ids.githubApi)).toEqual(['active', 'installation_unsuspended'])
})

test('an App uninstalled at GitHub is listed within a second, and installed again there under the same id', async ({ page }) => {
  await watchAttention(page)
  const settings = await openGitHubSettings(page, serve())
  await listedWithinASecond(page, ids.githubApi, () => press(settings, 'Uninstall'))
  await told(page, ids.githubApi, 'The installation was deleted at the provider')
  await reconnectThere(page, ids.githubApi)
})

test('a Passport that Neurocad signed out is found by Test, listed within a second, and reconnected there', async ({ page }) => {
  await watchAttention(page)
  const passport = await page.context().newPage()
  await signOutEverywhere(passport)
  await open(passport, serve(), `connect/${ids.neurocadUserIdentityApi}`)
  await listedWithinASecond(page, ids.neurocadUserIdentityApi, async () => {
    const answer = passport.waitForResponse((response) => response.url().endsWith(`/${ids.neurocadUserIdentityApi}/test`))
    await passport.getByRole('button', { name: 'Test', exact: true }).click()
    await answer
  })
  await expect(passport.getByText('Needs reconnecting', { exact: true })).toBeVisible()
  await told(page, ids.neurocadUserIdentityApi, 'The provider no longer accepts its refresh token')
  await reconnectThere(page, ids.neurocadUserIdentityApi)
})

test('all three broken are reconnected in a row, one click and one consent page each, under their ids', async ({ page }) => {
  await watchAttention(page)
  const other = await openGitHubSettings(page, serve())
  await press(other, 'Uninstall')
  expect(await slackSays(serve(), 'tokens_revoked')).toBe(200)
  await signOutEverywhere(other)
  await serve().call(`/connect/connections/${ids.neurocadUserIdentityApi}/test`, 'POST')
  await expect(rows(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'Reconnect all' }).focus()
  let opened = page.context().waitForEvent('page')
  await page.keyboard.press('Enter')
  for (const step of ['2 of 3', '3 of 3']) {
    await approve(await opened)
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText(step)
    const button = dialog.getByRole('button', { name: 'Reconnect', exact: true })
    await expect(button).toBeFocused()
    opened = page.context().waitForEvent('page')
    await page.keyboard.press('Enter')
  }
  await approve(await opened)
  await allWorks(page)
  await expect(page.getByText('3 of 3 are back').first()).toBeVisible()
  for (const id of Object.values(ids)) expect(await statusOf(id)).toEqual(['active', 'reconnected'])
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

async function reconnectThere(page: Page, id: string): Promise<void> {
  const opened = page.context().waitForEvent('page')
  await attentionRow(page, id).getByRole('button', { name: 'Reconnect: ' }).click()
  const consent = await opened
  await approve(consent)
  await allWorks(page)
  await expect(page).toHaveURL(/\/attention$/)
  await expect(page).toHaveTitle(/^Needs attention/)
  await expect(notice(page)).toBeHidden()
  expect(await statusOf(id)).toEqual(['active', 'reconnected'])
  await consent.close()
}

async function statusOf(id: string): Promise<string[]> {
  const view = await serve().call<{ status: string; statusReason: string }>(`/connect/connections/${id}`)
  return [view.status, view.statusReason]
}

/** Neurocad's own page on which an administrator ends all that a person is signed in to. */
async function signOutEverywhere(page: Page): Promise<void> {
  await page.goto(`${serve().demo.passport}/sessions`)
  await page.getByRole('button', { name: 'Sign out Ada Lindqvist everywhere' }).click()
  await expect(page.getByText('was signed out everywhere')).toBeVisible()
}
