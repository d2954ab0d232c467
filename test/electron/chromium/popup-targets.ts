import type { CDPSession } from 'playwright-core'

/** What Chromium asks the network for, or shows without asking: Playwright reports such pages, and they are closed as pages. */
const reported = /^(https?|about):/i

/**
 * Closes what `window.open` makes for an address that is never loaded, such as `data:` or another program's scheme. Playwright waits
 * for such a page's first document for ever, and does not report it until then.
 * @param opener id of the page's target
 */
export async function closeUnloadedPopups(session: CDPSession, opener: string): Promise<void> {
  let wanted = ''
  // Chromium tells of the address first, and of what it made for it right after.
  session.on('Page.windowOpen', ({ url }) => {
    wanted = url
  })
  session.on('Target.targetCreated', ({ targetInfo: { openerId, targetId } }) => {
    if (openerId !== opener || reported.test(wanted)) return
    // It may close itself meanwhile.
    session.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  await session.send('Target.setDiscoverTargets', { discover: true })
}
