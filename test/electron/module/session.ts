import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { preventable } from '../preventable'
import { standIn } from '../stand-in'
import { permissions } from './permissions'

class SessionFace extends EventEmitter {
  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    permissions.onRequest = handler
  }
  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    permissions.onCheck = handler
  }
  /** Chromium without a screen has no devices, so nobody is ever asked. */
  setDevicePermissionHandler(_handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {}
  /** Nor a screen to share. */
  setDisplayMediaRequestHandler(_handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {}
}

const face = new SessionFace()
export const session = standIn<typeof Electron.session>('session')({
  defaultSession: standIn<Session>('session.defaultSession')(face),
})

/** Whether a page may save a file. Without a listener Electron asks the person, which nothing here could. */
export function mayDownload(url: string): boolean {
  const event = preventable({})
  face.emit('will-download', event, { getURL: () => url })
  return !event.defaultPrevented
}
