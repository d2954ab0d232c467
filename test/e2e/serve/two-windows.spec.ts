import type { Browser, Page } from '@playwright/test'
import { attentionRow } from '../attention-watch'
import type { Program } from '../drivers/driver'
import { signIn } from '../drivers/sign-in'
import { expect, testOnOneDemo } from '../fixtures'
import { signOutEverywhere } from '../neurocad-sessions'
import { slackSays } from '../slack-says'
import { connect } from '../steps'

const test = testOnOneDemo()
// Two people at once, each in a browser of their own.
test.describe.configure({ mode: 'serial' })
const passport = 'neurocadUserIdentityApi'
const account = { owner: 'ada.lindqvist@larkspur.example', teammate: 'noor.haddad@larkspur.example' }
let ofOwner = ''
let slack = ''
let teammate: Page

test.beforeEach(async ({ demo, browser }) => {
  teammate = await windowOfTeammate(demo, browser)
})
test.afterEach(() => teammate.context().close())

test('of the owner’s Passport a teammate sees nothing: no pill, no row, no search, and no such address', async ({
  page,
  demo,
}) => {
  slack = await connect(page, demo, 'slackApi')
  ofOwner = await connect(page, demo, passport)

  await demo.open(teammate, '/connect')
  await expect(teammate.locator('[data-card=slackApi]')).toContainText('1 connection')
  await expect(teammate.locator(`[data-card=${passport}]`)).toContainText('Not connected')

  await demo.open(teammate, '/connections')
  await expect(teammate.locator(`[data-connection="${slack}"]`)).toBeVisible()
  await expect(teammate.locator(`[data-connection="${ofOwner}"]`)).toHaveCount(0)
  for (const query of [ofOwner, account.owner, 'ada.lindqvist']) {
    await teammate.getByRole('searchbox').fill(query)
    await expect(teammate.getByRole('main')).toContainText(`“${query}”`)
    await expect(teammate.getByRole('option')).toHaveCount(0)
  }

  await demo.open(teammate, `/connect/${ofOwner}`)
  const refused = await sentenceOf(teammate)
  expect(await teammate.content()).not.toContain(account.owner)
  await demo.open(teammate, '/connect/cred_01ARZ3NDEKTSV4RRFFQ69G5FAV')
  expect(await sentenceOf(teammate), 'the same as for an id that never was').toBe(refused)
})

test('the owner and the teammate each have a Passport, and see only their own', async ({ page, demo }) => {
  const ofTeammate = await connect(teammate, demo, passport)
  await expect(teammate.getByRole('option')).toHaveCount(1)
  await expect(teammate.getByRole('option')).toContainText(account.teammate)

  await demo.open(page, `/connect/provider/${passport}`)
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('option')).toContainText(account.owner)
  await expect(page.locator(`[data-connection="${ofTeammate}"]`)).toHaveCount(0)
})

test('when the owner’s Passport breaks, the teammate’s list, badge and notices say nothing of it', async ({
  page,
  context,
  demo,
}) => {
  for (const window of [page, teammate]) await demo.open(window, '/attention')
  await expect(teammate.getByRole('heading', { name: 'Everything works' })).toBeVisible()
  await signOutEverywhere(context, demo)
  await demo.api.call(`/connect/connections/${ofOwner}/test`, 'POST')
  await expect(attentionRow(page, ofOwner)).toBeVisible()

  // What comes next is about a connection of both: by then the teammate would have heard of the first, too.
  expect(await slackSays(demo, 'tokens_revoked')).toBe(200)
  await expect(attentionRow(teammate, slack)).toBeVisible()
  await expect(teammate.getByRole('row')).toHaveCount(1)
  await expect(teammate.getByRole('link', { name: 'Needs attention 1' })).toBeVisible()
  await expect(teammate.getByRole('listitem').filter({ hasText: 'needs attention' })).toContainText('Larkspur Devices')
  await expect(page.getByRole('link', { name: 'Needs attention 2' })).toBeVisible()
})

async function windowOfTeammate(demo: Program, browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  const window = await context.newPage()
  await signIn(window, demo, 'teammate')
  return window
}

/** What the page says instead of a connection. */
async function sentenceOf(page: Page): Promise<string> {
  const problem = page.getByRole('main').getByRole('alert')
  await expect(problem).toBeVisible()
  return (await problem.textContent()) ?? ''
}
