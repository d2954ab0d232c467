import { join } from 'node:path'
import { app, dialog, Notification, safeStorage, shell } from 'electron'
import type { ShellOutput } from '../../src-shared/bridge/engine-message'
import type { UpdateStatus } from '../../src-shared/contract/host'
import { anchors } from './anchors'
import { folders } from './folders'
import { keychain } from './keychain'
import { receivedFiles } from './received-files'
import type { Scheme } from './scheme'
import type { ShellHandlers } from './shell-handlers'

export interface HandlerParts {
  scheme: Pick<Scheme, 'status'>
  screenLock(): Promise<ShellOutput<'shell.facts'>['screenLock']>
  hasTray(): boolean
  updates: { readonly status: UpdateStatus; check(): Promise<UpdateStatus>; install(): Promise<UpdateStatus> }
}

/** All that the engine may ask of this process. */
export function shellHandlers({ scheme, screenLock, hasTray, updates }: HandlerParts): ShellHandlers {
  return {
    ...keychain(safeStorage, process.platform),
    ...anchors(safeStorage, process.platform, join(app.getPath('userData'), 'anchors')),
    ...folders({ openPath: (path) => shell.openPath(path), chooseFolder }),
    ...receivedFiles({ openPath: (path) => shell.openPath(path), showInFolder: (path) => shell.showItemInFolder(path) }),
    'scheme.status': () => scheme.status(),
    'update.check': () => updates.check(),
    'update.install': () => updates.install(),
    'shell.facts': async () => ({
      version: app.getVersion(),
      screenLock: await screenLock(),
      tray: hasTray(),
      notifications: Notification.isSupported(),
      downloads: app.getPath('downloads'),
      update: updates.status,
    }),
  }
}

async function chooseFolder(startIn: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    defaultPath: startIn,
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
