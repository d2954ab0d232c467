import type { Route } from 'playwright-core'
import { answer } from '../chromium/app-request'
import { type Contents, contentsOf, someContents } from './contents'
import { refuses, refusesRedirect } from './navigation'
import { openedByDrop } from './popups'
import { handlerOf } from './protocol'
import { addresses } from './world'

/** Every request of every page comes here: what a page starts by itself is judged by the shell, and there is no network. */
export async function onRequest(route: Route): Promise<void> {
  const url = addresses.toApp(route.request().url())
  const navigation = navigationOf(route)
  if (navigation && !navigation.contents.expects(url) && refuses(navigation, url)) return route.abort('aborted')
  const scheme = url.slice(0, url.indexOf(':'))
  const handler = handlerOf(scheme)
  if (!handler) return route.abort(scheme === 'http' || scheme === 'https' ? 'internetdisconnected' : 'failed')
  try {
    await answer(
      route,
      handler,
      addresses,
      (to) => navigation !== undefined && refusesRedirect(navigation, new URL(to, url).href),
    )
  } catch (error) {
    // As in Electron the request fails and the reason is for the developer; a page that closed meanwhile needs no answer.
    process.stderr.write(`stand-in: the protocol handler failed: ${error instanceof Error ? error.stack : error}\n`)
    await route.abort('failed').catch(() => {})
  }
}

function navigationOf(route: Route): { contents: Contents; isMainFrame: boolean; from: string } | undefined {
  const request = route.request()
  if (!request.isNavigationRequest()) return undefined
  try {
    const frame = request.frame()
    const contents = contentsOf(frame.page())
    if (contents === undefined) openedByDrop(someContents(), addresses.toApp(request.url()))
    return contents && { contents, isMainFrame: frame === frame.page().mainFrame(), from: addresses.toApp(frame.url()) }
  } catch {
    // The first request of a page that another opened has no frame yet, and its page is none of ours.
    openedByDrop(someContents(), addresses.toApp(request.url()))
    return undefined
  }
}
