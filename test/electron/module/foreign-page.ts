import type { Page } from 'playwright-core'
import { isWindow } from '../chromium/page-host'
import { someContents } from './contents'
import { isAnnounced, openedByDrop } from './popups'

/** A page that is no window of the shell's: code of a page opened it, or something was dropped. The shell is asked, and it is closed. */
export async function closeForeignPage(page: Page): Promise<void> {
  if (await isWindow(page)) return
  // Where something dropped leads is known when it gets there, or fails to: there is no network. A file is no request, so it is asked here.
  if (page.url() === '' && !isAnnounced()) await firstPlace(page)
  if (page.url().startsWith('file:')) openedByDrop(someContents(), page.url())
  await page.close()
}

/** Without a limit of time: one that leads nowhere is closed with the browser. */
function firstPlace(page: Page): Promise<unknown> {
  const closed = new Promise((resolve) => page.once('close', resolve))
  return Promise.race([closed, page.waitForEvent('framenavigated', { timeout: 0 }).catch(() => closed)])
}
