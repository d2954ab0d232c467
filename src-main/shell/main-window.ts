import { BrowserWindow, screen, type WebContents } from 'electron'
import type { WindowPlace } from '../../src-shared/bridge/shell-memory'
import type { Problem } from './problem-page'
import { sendPage, sendPageOnceLoaded } from './send-page'
import { windowOptions } from './window-options'
import { placeOnScreen } from './window-place'
import { type RecoveryPorts, WindowRecovery } from './window-recovery'

export interface MainWindowOptions {
  /** Absolute path of the built preload. */
  preload: string
  /** Whether this is an installed application, where nobody needs developer tools. */
  packaged: boolean
  /** Where the window was last, and where that is kept. */
  place: { last(): WindowPlace | null; keep(place: WindowPlace): void }
  /** Whether closing the window only hides it. */
  hidesOnClose(): boolean
  /** Whether the application ends, and no window opens any more, whoever asks for one. */
  isEnding(): boolean
  recovery: RecoveryPorts
}

/** The one window: opened, and brought to the front when it is asked for again. */
export class MainWindow {
  private window: BrowserWindow | undefined
  private recovery: WindowRecovery | undefined

  constructor(private readonly options: MainWindowOptions) {}

  contents(): WebContents | undefined {
    return this.window?.webContents
  }

  isWatched(): boolean {
    return this.window?.isFocused() ?? false
  }

  show(): void {
    if (this.window) toFront(this.window)
    else this.open('/')
  }

  /**
   * Shows one of the application's own pages. A window that was closed opens on it.
   * @param document the text of a file that was opened, for that page
   */
  showPage(path: string, document?: string): void {
    if (!this.window) {
      const contents = this.open(path)
      if (contents && document !== undefined) sendPageOnceLoaded(contents, { path, document })
      return
    }
    toFront(this.window)
    if (!this.recovery?.keeps({ path, document })) sendPage(this.window.webContents, { path, document })
  }

  /** Says in place of the page that something is wrong. */
  showProblem(problem: Problem): void {
    this.recovery?.show(problem)
  }

  private open(path: string): WebContents | undefined {
    if (this.options.isEnding()) return undefined
    const { preload, packaged, place, recovery } = this.options
    const { bounds, maximized } = placeOnScreen(place.last(), workAreas())
    const window = new BrowserWindow({ ...windowOptions(preload, process.platform, packaged), ...bounds })
    this.window = window
    this.recovery = new WindowRecovery(window, recovery)
    window.once('ready-to-show', () => {
      if (maximized) window.maximize()
      window.show()
    })
    const keep = () => place.keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    window.on('resize', keep).on('move', keep).on('maximize', keep).on('unmaximize', keep)
    window.on('close', (event) => {
      keep()
      if (!this.options.hidesOnClose()) return
      event.preventDefault()
      window.hide()
    })
    window.once('closed', () => {
      this.window = undefined
      this.recovery = undefined
    })
    this.recovery.load(path)
    return window.webContents
  }
}

/** The main display's first. */
function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
