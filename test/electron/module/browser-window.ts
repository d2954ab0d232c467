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
  private fullScreen = false
  private bounds: Rectangle
  private title: string

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    const { face, contents } = makeWebContents(preloadOf(options))
    this.webContents = face
    this.contents = contents
    this.visible = options.show !== false
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.title = options.title ?? app.name
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
  destroy(): void {
    void this.contents.close()
  }
  isDestroyed(): boolean {
    return !this.isOpen
  }
  show(): void {
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    this.visible = true
    this.emit('show')
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
  setFullScreen(flag: boolean): void {
    this.fullScreen = flag
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen')
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  getBounds(): Rectangle {
    return { ...this.bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.emit('move')
    this.emit('resize')
  }
  getTitle(): string {
    return this.title
  }
  setTitle(title: string): void {
    this.title = title
  }

  /** False when a listener of `close` prevented it. */
  private async askToClose(): Promise<boolean> {
    if (!this.isOpen) return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    await this.contents.close()
    return true
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
  if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
  const { sandbox = true, contextIsolation = true, nodeIntegration = false, preload } = webPreferences
  if (!sandbox || !contextIsolation || nodeIntegration)
    throw new Error('stand-in: a window needs sandbox and contextIsolation, and no nodeIntegration')
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
    getFocusedWindow: () => [...windows.keys()].find((window) => window.isFocused()) ?? null,
    fromWebContents: (contents) => [...windows.keys()].find((window) => window.webContents === contents) ?? null,
  },
)

/** Asks each window in turn, as quitting does; false as soon as one refuses. */
export async function closeAllWindows(): Promise<boolean> {
  for (const window of [...windows.values()]) if (!(await BrowserWindowFace.askToClose(window))) return false
  return true
}
