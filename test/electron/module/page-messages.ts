import type { IpcMainEvent } from 'electron'
import type { Document } from '../chromium/page-link'
import type { FromPage } from '../page/page-message'
import { preventable } from '../preventable'
import { standIn } from '../stand-in'
import type { Contents } from './contents'
import { ipcMain } from './ipc-main'
import { portInShell } from './port-in-shell'
import { webFrame } from './web-frame'
import { hub, recorder } from './world'

/** What a page's preload says: to `ipcMain`, or from one end of a channel to the other, past the shell. */
export function receive(contents: Contents, document: Document, message: FromPage): void {
  if (message.kind === 'port-joined') hub.join(message.kept, document, message.handed)
  else if (message.kind === 'port-closed') hub.close(message.id)
  else if (message.kind === 'port-message') {
    const moved = message.ports.map((id) => ({ id, queued: [] }))
    hub.post(message.from, message.data, moved)
  } else if (message.kind === 'input') contents.emit('input-event', preventable({}), { type: message.type })
  else if (message.kind === 'preload-failed') {
    const error = new Error(message.message)
    error.stack = message.stack
    contents.preloadFailed(error)
  } else {
    recorder.note('page-to-shell', message.channel, message.args, message.ports.length)
    ipcMain.emit(message.channel, eventFrom(contents, message.ports), ...message.args)
  }
}

function eventFrom({ sender, url }: Contents, ports: readonly string[]): IpcMainEvent {
  if (!sender) throw new Error('stand-in: contents without a face')
  const facts = { type: 'frame' as const, sender, senderFrame: webFrame(url, null), returnValue: undefined }
  return standIn<IpcMainEvent>('IpcMainEvent')(preventable({ ...facts, ports: ports.map((id) => portInShell(id)) }))
}
