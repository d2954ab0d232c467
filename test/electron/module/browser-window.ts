import { EventEmitter } from 'node:events'
import { isAbsolute } from 'node:path'
import type { BrowserWindowConstructorOptions, BrowserWindow as Real, Rectangle, WebContents } from 'electron'
import { preventable } from '../preventable'
import { standIn, standInClass } from '../stand-in'
import { app, lifecycle } from './app'
import type { Contents } from './contents'
import { makeWebContents } from './web-contents'

const windows = new Map<Real, BrowserWindowFace>()
let made = 0

class BrowserWindowFace extends EventEmitter {
  readonly id = ++made
  readonly webContents: WebContents
  private readonly contents: Contents
  private isOpen = true
  private visible: boolean
  private focused = false
  private minimized = false
  private maximized = false
  private bounds: Rectangle

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { face, contents } = makeWebContents(preloadOf(options))
    this.webContents = face
    this.contents = contents
    this.visible = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    contents.onClosed = () => this.gone()
    void contents.open().then(({ page }) => page.setViewportSize({ width, height }))
    face.once('did-finish-load', () => this.emit('ready-to-show'))
  }

  loadURL(url: string): Promise<void> {
    return this.contents.load(url)
  }
  close(): void {
    void this.askToClose()
  }
  show(): void {
    this.visible = true
    this.emit('show')
    this.focus()
  }
  hide(): void {
    this.visible = false
    this.focused = false
    this.emit('hide')
  }
  focus(): void {
    this.focused = true
    this.emit('focus')
  }
  blur(): void {
    this.focused = false
    this.emit('blur')
  }
  isDestroyed(): boolean {
    return !this.isOpen
  }
  isVisible(): boolean {
    return this.visible
  }
  isFocused(): boolean {
    return this.focused
  }
  minimize(): void {
    this.minimized = true
    this.emit('minimize')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  restore(): void {
    this.minimized = false
    this.emit('restore')
  }
  maximize(): void {
    this.maximized = true
    this.emit('maximize')
  }
  unmaximize(): void {
    this.maximized = false
    this.emit('unmaximize')
  }
  isMaximized(): boolean {
    return this.maximized
  }
  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.emit('move')
    this.emit('resize')
  }

  /** False when a listener of `close` prevented it, or the page did. */
  private async askToClose(): Promise<boolean> {
    if (!this.isOpen) return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    return this.contents.close()
  }

  /** For those who close all windows; no member of the window itself, because Electron's has none such. */
  static askToClose(window: BrowserWindowFace): Promise<boolean> {
    return window.askToClose()
  }

  private gone(): void {
    if (!this.isOpen) return
    this.isOpen = false
    for (const [face, window] of windows) if (window === this) windows.delete(face)
    this.emit('closed')
    if (windows.size > 0 || lifecycle.isQuitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}

/** The stand-in has windows of one kind only: those in which a page can do nothing but be a page. */
function preloadOf({ webPreferences = {} }: BrowserWindowConstructorOptions): string | undefined {
  if (!lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
  const { sandbox = true, contextIsolation = true, nodeIntegration = false, webviewTag = false, preload } = webPreferences
  if (!sandbox || !contextIsolation || nodeIntegration)
    throw new Error('stand-in: a window needs sandbox and contextIsolation, and no nodeIntegration')
  // Without them 'will-attach-webview' never comes.
  if (webviewTag) throw new Error('stand-in: webviews are not implemented')
  if (preload !== undefined && !isAbsolute(preload)) throw new Error('preload script must have absolute path')
  return preload
}

export const BrowserWindow = standInClass<typeof Real>(
  'BrowserWindow',
  (options = {}) => {
    const own = new BrowserWindowFace(options)
    const face = standIn<Real>('BrowserWindow')(own)
    windows.set(face, own)
    app.emit('browser-window-created', preventable({}), face)
    return face
  },
  {
    getAllWindows: () => [...windows.keys()],
  },
)

/** Asks each window in turn, as quitting does; false as soon as one refuses. */
export async function closeAllWindows(): Promise<boolean> {
  for (const window of [...windows.values()]) if (!(await BrowserWindowFace.askToClose(window))) return false
  return true
}

/** A page that hangs, or answers again: nothing here measures that, so a test says it. */
export function tellWindows(event: 'unresponsive' | 'responsive'): void {
  for (const window of windows.values()) window.emit(event)
}
