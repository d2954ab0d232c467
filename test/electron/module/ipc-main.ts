import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'
import { standIn } from '../stand-in'

/** Its listeners are called with an `IpcMainEvent` and what the preload sent. The shell answers no calls, so none are handled. */
export const ipcMain = standIn<IpcMain>('ipcMain')(new EventEmitter())
