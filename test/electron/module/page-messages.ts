import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import type { Document } from '../chromium/page-link'
import type { FromPage } from '../page/page-message'
import { preventable } from '../preventable'
import { standIn } from '../stand-in'
import type { Contents } from './contents'
import { invoked, ipcMain } from './ipc-main'
import { portInShell } from './message-channel-main'
import { webFrame } from './web-frame'
import { hub, recorder } from './world'

/** What a page's preload says: to `ipcMain`, or from one end of a channel to the other, past the shell. */
export function receive(contents: Contents, document: Document, message: FromPage): void {
  if (message.kind === 'port-joined') hub.join(message.kept, document, message.handed)
  else if (message.kind === 'port-closed') hub.close(message.id)
  else if (message.kind === 'port-message') {
    const moved = message.ports.map((id) => ({ id, queued: [] }))
    hub.post(message.from, message.data, moved)
  } else if (message.kind === 'preload-failed') {
    const error = new Error(message.message)
    error.stack = message.stack
    contents.preloadFailed(error)
  } else if (message.kind === 'ipc') {
    recorder.note('page-to-shell', message.channel, message.args, message.ports.length)
    ipcMain.emit(message.channel, eventFrom(contents, message.ports), ...message.args)
  } else {
    recorder.note('page-to-shell', message.channel, message.args, 0)
    void answerInvoke(contents, document, message)
  }
}

async function answerInvoke(
  contents: Contents,
  document: Document,
  message: Extract<FromPage, { kind: 'invoke' }>,
): Promise<void> {
  const { id, channel, args } = message
  try {
    const value = await invoked(invokeEventFrom(contents), channel, args)
    recorder.note('shell-to-page', channel, value, 0)
    document.send({ kind: 'invoked', id, value })
  } catch (error) {
    document.send({ kind: 'invoke-failed', id, message: `Error invoking remote method '${channel}': ${error}` })
  }
}

function senderOf(contents: Contents) {
  if (!contents.sender) throw new Error('stand-in: contents without a face')
  return { sender: contents.sender, senderFrame: webFrame(contents.url, null), type: 'frame' as const }
}

function eventFrom(contents: Contents, ports: readonly string[]): IpcMainEvent {
  const event = preventable({ ...senderOf(contents), ports: ports.map((id) => portInShell(id)), returnValue: undefined })
  return standIn<IpcMainEvent>('IpcMainEvent')(event)
}

function invokeEventFrom(contents: Contents): IpcMainInvokeEvent {
  return standIn<IpcMainInvokeEvent>('IpcMainInvokeEvent')(preventable(senderOf(contents)))
}
