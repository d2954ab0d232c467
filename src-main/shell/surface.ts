import { app, dialog, Menu, Notification } from 'electron'
import type { ShellSettings } from '../../src-shared/bridge/engine-message'
import { desktopWords } from '../../src-shared/words/en/desktop'
import { shellWords } from '../../src-shared/words/en/shell'
import { applicationMenu } from './application-menu'
import { type Breakage, BreakageNotices, type Notice } from './breakage-notices'
import { MainWindow } from './main-window'
import type { MemoryFile } from './memory-file'
import type { FileRefusal } from './read-recipe-file'
import { TrayIcon } from './tray'
import type { TrayAction, VaultGlance } from './tray-menu'

export interface SurfaceOptions {
  /** Absolute path of the built preload. */
  preload: string
  /** Folder of the tray's images. */
  trayImages: string
  memory: MemoryFile
  /** Whether the application ends: from then on no window opens. */
  isEnding(): boolean
  /** Locks the vault. */
  lock(): void
  /** The person asked for another try, on the page that says what went wrong. */
  onRestart(): void
}

/** All that a person sees of the program: the window, and around it the tray, the menus, the badge and the system's notifications. */
export class Surface {
  readonly window: MainWindow
  private tray: TrayIcon | undefined
  /** Windows that close are not to come back: the program quits, or makes way for an update. */
  private quitting = false
  private readonly notices: BreakageNotices
  /** Kept, because a notification that is collected does not hear its click. */
  private readonly shown = new Set<Notification>()

  constructor(private readonly options: SurfaceOptions) {
    const { memory, preload, isEnding, onRestart } = options
    this.window = new MainWindow({
      preload,
      packaged: app.isPackaged,
      place: { last: () => memory.get().place, keep: (place) => memory.remember({ place }) },
      hidesOnClose: () => !this.quitting && this.tray !== undefined && (memory.get().settings?.closeToTray ?? false),
      isEnding,
      recovery: { askToWait, onRestart, onHopeless: sayHopeless },
    })
    this.notices = new BreakageNotices({
      wanted: () => Notification.isSupported() && (memory.get().settings?.notifyBreakage ?? true),
      watched: () => this.window.isWatched(),
      show: (notice) => this.notify(notice),
    })
    app.on('before-quit', () => {
      this.quitting = true
    })
    app.on('will-quit', () => memory.flush())
    app.on('window-all-closed', () => {
      // On macOS an application without windows stays in the dock.
      if (process.platform !== 'darwin') app.quit()
    })
  }

  /** To be called before an update is installed: that closes the windows first, and one that only hid would keep it from happening. */
  letWindowClose(): void {
    this.quitting = true
  }

  get hasTray(): boolean {
    return this.tray !== undefined
  }

  /**
   * Only after Electron is ready.
   * @param hidden starts in the tray, without a window
   */
  open(hidden: boolean): void {
    this.tray = new TrayIcon(this.options.trayImages, (action) => this.act(action))
    this.showMenus('locked')
    if (!hidden) this.window.show()
    // macOS may say so before Electron is ready, when no window can be made yet.
    app.on('activate', () => this.window.show())
  }

  onState(glance: VaultGlance): void {
    // What broke is nobody's business once the vault is locked.
    if (glance.vault !== 'unlocked') this.forgetBreakages()
    this.tray?.show(glance)
    this.showMenus(glance.vault)
    app.setBadgeCount(glance.attention)
  }

  onSettings(settings: ShellSettings): void {
    this.options.memory.remember({ settings })
  }

  onBroke(breakage: Breakage): void {
    this.notices.broke(breakage)
  }

  /** A file that was opened is not taken: whoever opened it would wait for it otherwise. */
  sayRefused(why: FileRefusal): void {
    this.say(desktopWords.recipeRefused, desktopWords.recipeRefusedWhy[why])
  }

  /** A second start was to open another vault than this one: what comes forward is not what was asked for. */
  sayOtherFolder(): void {
    this.say(desktopWords.otherFolder, desktopWords.otherFolderWhy)
  }

  private say(message: string, detail: string): void {
    this.window.show()
    void dialog.showMessageBox({ type: 'warning', message, detail, buttons: [desktopWords.understood] })
  }

  /** What was told already names connections, and systems keep it for whoever looks. */
  private forgetBreakages(): void {
    this.notices.forget()
    for (const notification of [...this.shown]) notification.close()
    this.shown.clear()
  }

  private act(action: TrayAction): void {
    if (action === 'lock') this.options.lock()
    else if (action === 'quit') app.quit()
    else if (action === 'attention') this.window.showPage('/attention')
    else this.window.show()
  }

  private showMenus(vault: VaultGlance['vault']): void {
    const actions = { go: (path: string) => this.window.showPage(path), lock: () => this.options.lock() }
    const surroundings = { platform: process.platform, packaged: app.isPackaged, unlocked: vault === 'unlocked' }
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(actions, surroundings)))
  }

  private notify({ title, body, path }: Notice): void {
    const notification = new Notification({ title, body })
    this.shown.add(notification)
    notification.once('close', () => this.shown.delete(notification))
    notification.once('click', () => {
      this.shown.delete(notification)
      this.window.showPage(path)
    })
    notification.show()
  }
}

async function askToWait(
  question: { message: string; detail: string; buttons: [string, string] },
  signal: AbortSignal,
): Promise<'wait' | 'reload'> {
  const { response } = await dialog.showMessageBox({ type: 'warning', ...question, defaultId: 0, cancelId: 0, signal })
  return response === 1 ? 'reload' : 'wait'
}

function sayHopeless(): void {
  dialog.showErrorBox(shellWords.windowFailed, shellWords.windowHopelessWhy)
  app.quit()
}
