import { type BrowserContext, expect } from '@playwright/test'
import type { Program } from './drivers/driver'

/** Neurocad's own page on which an administrator ends all that the owner is signed in to. */
export async function signOutEverywhere(browser: BrowserContext, demo: Program): Promise<void> {
  const sessions = await browser.newPage()
  await sessions.goto(`${demo.facts.passport}/sessions`)
  await sessions.getByRole('button', { name: 'Sign out Ada Lindqvist everywhere' }).click()
  await expect(sessions.getByText('was signed out everywhere')).toBeVisible()
  await sessions.close()
}
