import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Program } from './drivers/driver'

/** "Installed GitHub Apps" of the demo's GitHub, in a tab of its own. */
export async function openGitHubSettings(browser: BrowserContext, demo: Program): Promise<Page> {
  const settings = await browser.newPage()
  await settings.goto(`${demo.facts.github}/settings/installations`)
  return settings
}

/** Presses a button there that changes something, and resolves with GitHub's answer; the event is on its way by then. */
export async function press(settings: Page, button: string): Promise<void> {
  const answer = settings.waitForResponse((response) => response.request().method() === 'POST')
  await settings.getByRole('button', { name: button, exact: true }).click()
  expect((await answer).status()).toBe(302)
}
