import { type Session, shell, type WebContents } from 'electron'
import { log } from './log'
import { mayNavigate, mayOpenOutside } from './navigation'
import { permits } from './permissions'

/**
 * Keeps contents at the application: no other page in them, no window beside them, none embedded. Web pages go to the system's browser.
 * For every contents that Electron makes, also those that nobody here asked for.
 */
export function guardContents(contents: WebContents): void {
  const judge = (event: { url: string; preventDefault(): void }) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', judge)
  contents.on('will-frame-navigate', judge)
  contents.on('will-redirect', judge)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A page that minds being left would keep its window open, and the program from ending, without a word: Electron asks nobody.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // A system without a browser refuses. Whoever asked sees that nothing opened; the address is in the error, and may hold a state.
    if (mayOpenOutside(url)) shell.openExternal(url).catch(() => log('an address could not be opened in the browser'))
    return { action: 'deny' }
  })
}

/** Chromium asks in two ways: before it uses something, and whether it could. Devices, screens and downloads have ways of their own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permits(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => permits(permission, requestingOrigin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // Nothing is loaded from the network, so whatever would be saved was not asked for by a person.
  session.on('will-download', (event) => event.preventDefault())
}
