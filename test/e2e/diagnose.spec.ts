import type { Page } from '@playwright/test'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'
import { approve, connect, openConsent } from './steps'

// Each on a connection of its own.
const test = testOnOneDemo()

test('a repository that the installation leaves out is named, added at GitHub by the button, and in order then', async ({
  page,
  demo,
}) => {
  await openConnection(page, demo, await connect(page, demo, 'githubApi', 'Install on ada-lindqvist: only select repositories'))
  await diagnose(page, 'Repository', 'ada-lindqvist/sketches')
  const line = lineOf(page, 'Repository')
  await expect(line).toContainText('Problem')
  await expect(line).toContainText('does not have ada-lindqvist/sketches')

  const opened = demo.nextTab(page)
  await line.getByRole('button', { name: 'Configure the installation' }).click()
  const settings = await opened
  await settings.getByRole('button', { name: 'Add sketches' }).click()
  await expect(settings.getByRole('button', { name: 'Remove sketches' })).toBeVisible()
  await settings.close()

  await page.getByRole('button', { name: /^Diagnose/ }).click()
  await expect(line).toContainText('The App is installed on ada-lindqvist/sketches.')
  await expect(line).toContainText('In order')
  await expect(line.getByRole('button')).toHaveCount(0)
})

test('a Slack channel that the bot is not in is named, with the invitation to copy', async ({ page, demo }) => {
  await openConnection(page, demo, await connect(page, demo, 'slackApi', 'Foxglove'))
  await diagnose(page, 'Channel', '#general')
  const line = lineOf(page, 'Channel')
  await expect(line).toContainText('Problem')
  await expect(line).toContainText('The bot is not in #general. Invite it there.')
  await expect(line.getByRole('button', { name: 'Copy the invitation' })).toBeVisible()
  await expect(lineOf(page, 'Permissions')).toContainText('In order')
})

test('a scope that was left out is named, and Reconnect in place asks for it and keeps the id', async ({ page, demo }) => {
  await demo.open(page, '/connect/provider/slackApi')
  const consent = await openConsent(page, demo, 'Add connection')
  const asked = new URL(consent.url())
  const scopes = (asked.searchParams.get('scope') ?? '').split(',')
  asked.searchParams.set('scope', scopes.filter((scope) => scope !== 'groups:history').join())
  await consent.goto(asked.href)
  await approve(consent, 'Larkspur')
  await expect(page).toHaveURL(/added=cred_/)
  const id = new URL(page.url()).searchParams.get('added') ?? ''

  await openConnection(page, demo, id)
  await page.getByRole('button', { name: 'Diagnose' }).click()
  const line = lineOf(page, 'Permissions')
  await expect(line).toContainText('It was not granted groups:history.')

  const opened = demo.nextTab(page)
  await line.getByRole('button', { name: 'Reconnect' }).click()
  const again = await opened
  await expect(again.getByRole('listitem').filter({ hasText: 'groups:history' })).toBeVisible()
  await approve(again, 'Larkspur')
  await expect(page.getByText('Newly granted: groups:history.').first()).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/connect/${id}$`))
  await page.getByRole('button', { name: /^Diagnose/ }).click()
  await expect(line).toContainText('In order')
})

async function openConnection(page: Page, demo: Program, id: string): Promise<void> {
  await demo.open(page, `/connect/${id}`)
  await expect(page.getByRole('heading', { name: 'Diagnosis' })).toBeVisible()
}

async function diagnose(page: Page, about: string, named: string): Promise<void> {
  await page.getByLabel(about, { exact: true }).fill(named)
  await page.keyboard.press('Enter')
}

const lineOf = (page: Page, check: string) => page.getByRole('listitem').filter({ has: page.getByText(check, { exact: true }) })
