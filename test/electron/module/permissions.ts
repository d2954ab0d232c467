import type { Session, WebContents } from 'electron'
import type { BrowserContext, CDPSession } from 'playwright-core'
import { addresses } from './world'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type Permission = Parameters<RequestHandler>[1]

/** The shell's judges. Without them Electron permits everything. */
export const permissions: { onRequest: RequestHandler | null; onCheck: CheckHandler | null } = { onRequest: null, onCheck: null }

/** Electron's name for a permission, and Chromium's. */
const names: [Permission, string][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['persistent-storage', 'persistent-storage'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
]

/** One for each browser, never let go of: Chromium forgets what was set through a session together with that. */
const sessions = new WeakMap<BrowserContext, Promise<CDPSession>>()

/** What the shell answers a page that asks for something. */
export function permitsRequest(permission: Permission, contents: WebContents, url: string): boolean {
  if (!permissions.onRequest) return true
  let granted = false
  const answer = (permitted: boolean) => {
    granted = permitted
  }
  permissions.onRequest(contents, permission, answer, { requestingUrl: url, isMainFrame: true })
  return granted
}

/**
 * Tells Chromium what the shell's judges would say to this page, because Chromium cannot ask them at the moment of need.
 * @param target the page's address as Chromium has it
 */
export async function applyPermissions(browser: BrowserContext, contents: WebContents, target: string): Promise<void> {
  const url = addresses.toApp(target)
  const permitted = (permission: Permission) =>
    permitsRequest(permission, contents, url) &&
    (permissions.onCheck?.(contents, permission, url, { isMainFrame: true, requestingUrl: url }) ?? true)
  const session = await sessionOf(browser)
  const { origin } = new URL(target)
  await Promise.all(
    names.map(([ours, name]) => {
      const setting = permitted(ours) ? 'granted' : 'denied'
      return session.send('Browser.setPermission', { permission: { name }, setting, origin })
    }),
  )
}

function sessionOf(context: BrowserContext): Promise<CDPSession> {
  const known = sessions.get(context)
  if (known) return known
  const browser = context.browser()
  if (!browser) throw new Error('the browser has ended')
  const session = browser.newBrowserCDPSession()
  sessions.set(context, session)
  return session
}
