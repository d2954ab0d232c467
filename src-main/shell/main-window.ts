import { BrowserWindow, type WebContents } from 'electron'
import { appOrigin } from './app-address'
import { guardNavigation } from './window-guard'
import { windowOptions } from './window-options'

/** The one window: opened, and brought to the front when it is asked for again. */
export class MainWindow {
  private window: BrowserWindow | undefined

  /** @param preload absolute path of the built preload */
  constructor(private readonly preload: string) {}

  contents(): WebContents | undefined {
    return this.window?.webContents
  }

  show(): void {
    if (this.window) toFront(this.window)
    else this.open()
  }

  private open(): void {
    const window = new BrowserWindow(windowOptions(this.preload, process.platform))
    this.window = window
    guardNavigation(window.webContents)
    window.once('ready-to-show', () => window.show())
    window.once('closed', () => {
      this.window = undefined
    })
    void window.loadURL(`${appOrigin}/`)
  }
}

function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
