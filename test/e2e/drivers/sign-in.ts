import { expect, type Page } from '@playwright/test'
import type { Program } from './driver'
import type { DemoPerson } from './ready-line'

/** Where `serve` shows a page of the program. Throws on the desktop, which has no address for a browser. */
export function addressOf({ ready }: Program, path: string): string {
  if (ready.url === null) throw new Error('This program has no page to visit.')
  return new URL(path, ready.url).href
}

/**
 * Signs a tab in with the printed link, which works once. Ends on the directory: the link's ticket is exchanged by then, and an
 * address that is opened before that would lose it.
 */
export async function followPrintedLink(page: Page, { ready }: Program): Promise<void> {
  if (ready.openUrl === null) throw new Error('This program prints no link.')
  await page.goto(ready.openUrl)
  await expect(page.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
}

/**
 * Signs a tab in with a person's access token, because the printed link works only once. Ends on the directory, or on what a
 * vault that is locked or absent shows.
 */
export async function signIn(page: Page, program: Program, person: DemoPerson = 'owner'): Promise<void> {
  await page.goto(addressOf(program, '/connect'))
  await page.getByLabel('Access token', { exact: true }).fill(await program.api.tokenOf(person))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign in to this window' })).toBeHidden()
  await expect(page.getByRole('heading').first()).toBeVisible()
}
