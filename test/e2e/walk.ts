import { expect, type Page } from '@playwright/test'
import type { Program } from './drivers/driver'
import { approve } from './steps'

/**
 * Approves one consent page of several in a row, and answers the next: on the desktop it opens by itself, a browser wants a click.
 * @param step what the dialog says of the next, such as `2 of 3`
 */
export async function approveAndWalkOn(page: Page, demo: Program, consent: Page, step: string, choice?: string): Promise<Page> {
  const opened = demo.nextTab(page)
  await approve(consent, choice)
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText(step)
  if (!demo.opensTabsByItself) {
    await expect(dialog.getByRole('button', { name: 'Reconnect', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  return opened
}
