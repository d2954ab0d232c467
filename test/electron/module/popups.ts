import type { Contents } from './contents'
import { addresses } from './world'

/** Addresses that a page's `window.open` named, of which a page of Chromium follows. */
const announced: string[] = []

/** A page's code asks for a window. It is closed whatever the answer, because none is stood in for; the shell must refuse. */
export function windowWanted(contents: Contents, url: string): void {
  if (followsWithRequest(url)) announced.push(url)
  ask(contents, url)
}

const followsWithRequest = (url: string) => /^https?:/.test(addresses.toBrowser(url))

/** Whether a page of Chromium that appears now may be one that code asked for. */
export function isAnnounced(): boolean {
  return announced.length > 0
}

/** A page of Chromium that no code asked for: something was dropped on a window. Electron asks the shell as for any other. */
export function openedByDrop(contents: Contents | undefined, url: string): void {
  const at = announced.indexOf(url)
  if (at !== -1) announced.splice(at, 1)
  else if (contents) ask(contents, url)
}

function ask(contents: Contents, url: string): void {
  const referrer = { url: contents.url, policy: 'no-referrer' as const }
  const details = { url, frameName: '', features: '', disposition: 'foreground-tab' as const, referrer }
  if (contents.openHandler?.(details).action === 'deny') return
  throw new Error(`stand-in: a window opened by a page is not implemented (${url})`)
}
