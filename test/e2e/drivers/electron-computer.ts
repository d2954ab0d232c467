import type { ElectronApplication } from '@playwright/test'
import type { SystemBrowser } from '../../electron/harness/system-browser'
import type { Computer, MenuLine } from './computer'

/** What was put into Electron's main process to see what it shows outside its windows. */
interface Spy {
  outside: string[]
  nextOutside(): Promise<string>
  notifications: Electron.Notification[]
  messages: string[]
  tray: { tooltip: string; menu: Electron.Menu | null }
}
declare global {
  var computerSpy: Spy
}

/** The computer around Electron itself: what its own API cannot be asked about is noted where the program calls it. */
export class ElectronComputer implements Computer {
  private constructor(
    private readonly app: ElectronApplication,
    readonly startAgain: Computer['startAgain'],
  ) {}

  static async around(app: ElectronApplication, browser: SystemBrowser, startAgain: Computer['startAgain']): Promise<Computer> {
    await app.evaluate(({ shell, Notification, Tray, dialog }) => {
      const waiting: ((url: string) => void)[] = []
      const unread: string[] = []
      const spy: Spy = {
        outside: [],
        nextOutside: () => {
          const url = unread.shift()
          return url === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(url)
        },
        notifications: [],
        messages: [],
        tray: { tooltip: '', menu: null },
      }
      globalThis.computerSpy = spy
      shell.openExternal = async (url) => {
        spy.outside.push(url)
        const tell = waiting.shift()
        if (tell) tell(url)
        else unread.push(url)
      }
      Notification.prototype.show = function show() {
        spy.notifications.push(this)
      }
      // Nobody is there to answer it.
      dialog.showMessageBox = async (...args: unknown[]) => {
        spy.messages.push((args.at(-1) as Electron.MessageBoxOptions).message)
        return { response: 0, checkboxChecked: false }
      }
      const { setToolTip, setContextMenu } = Tray.prototype
      Tray.prototype.setToolTip = function note(tooltip) {
        spy.tray.tooltip = tooltip
        setToolTip.call(this, tooltip)
      }
      Tray.prototype.setContextMenu = function note(menu) {
        spy.tray.menu = menu
        setContextMenu.call(this, menu)
      }
    })
    void openAsAsked(app, browser)
    return new ElectronComputer(app, startAgain)
  }

  setIdle(seconds: number): Promise<void> {
    return this.app.evaluate(({ powerMonitor }, idle) => {
      powerMonitor.getSystemIdleTime = () => idle
    }, seconds)
  }

  async power(moment: 'suspend' | 'resume'): Promise<void> {
    await this.app.evaluate(({ powerMonitor }, name) => {
      powerMonitor.emit(name)
    }, moment)
  }

  async setKeyring(backend: 'gnome_libsecret' | 'basic_text'): Promise<void> {
    await this.app.evaluate(({ safeStorage }, name) => {
      safeStorage.getSelectedStorageBackend = () => name
    }, backend)
  }

  tray(): Promise<{ tooltip: string; menu: MenuLine[] } | null> {
    return this.app.evaluate(() => {
      const { tooltip, menu } = globalThis.computerSpy.tray
      return { tooltip, menu: (menu?.items ?? []).map(({ label, enabled }) => ({ label, enabled })) }
    })
  }

  clickTray(label: string): Promise<void> {
    return this.app.evaluate((_electron, wanted) => {
      const item = globalThis.computerSpy.tray.menu?.items.find((one) => one.label === wanted)
      if (!item?.enabled) throw new Error(`nothing to click is called “${wanted}”`)
      item.click()
    }, label)
  }

  notifications(): Promise<{ title: string; body: string }[]> {
    return this.app.evaluate(() => globalThis.computerSpy.notifications.map(({ title, body }) => ({ title, body })))
  }

  async clickNotification(title: string): Promise<void> {
    await this.app.evaluate((_electron, wanted) => {
      globalThis.computerSpy.notifications.find((one) => one.title === wanted)?.emit('click')
    }, title)
  }

  badge(): Promise<number> {
    return this.app.evaluate(({ app }) => app.getBadgeCount())
  }

  openedOutside(): Promise<string[]> {
    return this.app.evaluate(() => globalThis.computerSpy.outside)
  }

  async openUrl(url: string): Promise<void> {
    await this.app.evaluate(({ app }, link) => {
      app.emit('open-url', { preventDefault() {} }, link)
    }, url)
  }

  async openFile(path: string): Promise<void> {
    await this.app.evaluate(({ app }, file) => {
      app.emit('open-file', { preventDefault() {} }, file)
    }, path)
  }

  messages(): Promise<string[]> {
    return this.app.evaluate(() => globalThis.computerSpy.messages)
  }
}

/** Until Electron ends: everything that the program opens outside becomes a tab of the person's browser. */
async function openAsAsked(app: ElectronApplication, browser: SystemBrowser): Promise<void> {
  let ended = false
  app.once('close', () => {
    ended = true
  })
  while (!ended) {
    const url = await app.evaluate(() => globalThis.computerSpy.nextOutside()).catch(() => undefined)
    if (url !== undefined) void browser.open(url)
  }
}
