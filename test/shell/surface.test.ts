import { app, BrowserWindow, Notification } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MemoryFile } from '../../src-main/shell/memory-file'
import { Surface } from '../../src-main/shell/surface'

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  const window = () =>
    Object.assign(new EventEmitter(), { webContents: new EventEmitter(), isDestroyed: () => false, loadURL: async () => {} })
  return {
    app: Object.assign(new EventEmitter(), { isPackaged: false, setBadgeCount: vi.fn() }),
    BrowserWindow: vi.fn(function BrowserWindow() {
      return window()
    }),
    Menu: { buildFromTemplate: vi.fn(), setApplicationMenu: vi.fn() },
    nativeImage: { createFromPath: () => ({ setTemplateImage: vi.fn() }) },
    Notification: Object.assign(
      vi.fn(function Notification() {
        return Object.assign(new EventEmitter(), { show: vi.fn(), close: vi.fn() })
      }),
      { isSupported: () => true },
    ),
    screen: { getPrimaryDisplay: () => ({ id: 1 }), getAllDisplays: () => [] },
    Tray: vi.fn(function Tray() {
      return { on: vi.fn(), setToolTip: vi.fn(), setContextMenu: vi.fn() }
    }),
  }
})

let ending: boolean
let surface: Surface
const windows = () => vi.mocked(BrowserWindow).mock.calls.length
beforeEach(() => {
  ending = false
  const memory: Pick<MemoryFile, 'get' | 'remember' | 'flush'> = {
    get: () => ({ place: null, settings: null }),
    remember: () => {},
    flush: () => {},
  }
  surface = new Surface({
    preload: '/preload.cjs',
    trayImages: '/tray',
    memory: memory as MemoryFile,
    isEnding: () => ending,
    lock: () => {},
    onRestart: () => {},
  })
})
afterEach(() => {
  app.removeAllListeners()
  vi.mocked(BrowserWindow).mockClear()
})

test('a click in the dock opens no window before Electron is ready, and one afterwards', () => {
  app.emit('activate')
  expect(windows()).toBe(0)
  surface.open(true)
  app.emit('activate')
  expect(windows()).toBe(1)
})

test('nobody gets a window of an application that ends', () => {
  surface.open(true)
  ending = true
  surface.window.show()
  surface.window.showPage('/connect')
  app.emit('activate')
  expect(windows()).toBe(0)
})

test('a notification that is shown when the vault is locked is taken back: it names a connection', () => {
  vi.useFakeTimers()
  surface.open(true)
  surface.onState({ vault: 'unlocked', attention: 1 })
  surface.onBroke({ connectionId: 'cred_1', title: 'Slack needs attention', body: 'Its access was revoked.' })
  vi.advanceTimersByTime(5_000)
  vi.useRealTimers()
  const [shown] = vi.mocked(Notification).mock.results.map(({ value }) => value)
  expect(shown.show).toHaveBeenCalledOnce()
  surface.onState({ vault: 'unlocked', attention: 0 })
  expect(shown.close).not.toHaveBeenCalled()
  surface.onState({ vault: 'locked', attention: 0 })
  expect(shown.close).toHaveBeenCalledOnce()
})
