import { type Session, shell, type WebContents } from 'electron'
import { mayNavigate, mayOpenOutside } from './navigation'
import { permits } from './permissions'

/** Keeps a window at the application: no other page in it, no window beside it. Web pages go to the system's browser. */
export function guardNavigation(contents: WebContents): void {
  const judge = (event: { url: string; preventDefault(): void }) => {
    if (!mayNavigate(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', judge)
  contents.on('will-frame-navigate', judge)
  contents.on('will-redirect', judge)
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Chromium asks in two ways: before it uses something, and whether it could. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permits(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => permits(permission, requestingOrigin))
}
