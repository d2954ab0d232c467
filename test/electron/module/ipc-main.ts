import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { encode } from '../ports/codec'
import { standIn } from '../stand-in'

type Handler = Parameters<IpcMain['handle']>[1]
const handlers = new Map<string, Handler>()

class IpcMainFace extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

export const ipcMain = standIn<IpcMain>('ipcMain')(new IpcMainFace())

/** Answers `ipcRenderer.invoke`. Rejects where nothing handles the channel, and for an answer that cannot be cloned. */
export async function invoked(event: IpcMainInvokeEvent, channel: string, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  const value: unknown = await handler(event, ...args)
  encode(value)
  return value
}
