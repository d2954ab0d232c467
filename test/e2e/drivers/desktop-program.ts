import { dirname, join } from 'node:path'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { SystemBrowser } from '../../electron/harness/system-browser'
import type { Computer } from './computer'
import type { Program } from './driver'
import { HttpApi } from './http-api'
import { type Evaluate, NativeWindow } from './native-window'
import { demoOf } from './ready-line'
import type { ReadyLines } from './ready-lines'

/** A started desktop, on the stand-in or in Electron itself. */
interface RunningDesktop {
  readonly systemBrowser: SystemBrowser
  readonly lines: ReadyLines
  firstWindow(): Promise<Page>
  /** Of the engine's process. Rejects while there is none. */
  enginePid(): Promise<number>
  evaluate: Evaluate
  /** Quits as a person would. */
  close(): Promise<void>
}

/** The desktop as the specs meet it: one window, which is its owner's, and a browser beside it. */
export class DesktopProgram implements Program {
  readonly opensTabsByItself = true
  readonly api = new HttpApi(() => this.ready)
  readonly nativeWindow: NativeWindow
  private browser: BrowserContext | undefined

  constructor(
    readonly data: string,
    readonly computer: Computer,
    private readonly desktop: RunningDesktop,
  ) {
    this.nativeWindow = new NativeWindow(desktop.evaluate)
  }

  get ready() {
    return this.desktop.lines.current
  }

  get facts() {
    return demoOf(this.ready)
  }

  /** The window on whatever it opened with. */
  openedWindow = () => this.desktop.firstWindow()

  /** The same window every time, so it is loaded anew: nothing of the test before stays. */
  async window(browser: BrowserContext): Promise<Page> {
    this.browser = browser
    this.desktop.systemBrowser.use(browser)
    const page = await this.desktop.firstWindow()
    await this.open(page, '/connect')
    await expect(page.getByRole('heading').first()).toBeVisible()
    return page
  }

  async open(page: Page, path: string): Promise<void> {
    await page.goto(new URL(path, page.url()).href)
  }

  async nextTab(): Promise<Page> {
    if (this.browser === undefined) throw new Error('The person has no browser yet.')
    const tab = await this.browser.waitForEvent('page')
    await tab.waitForURL(/^https?:/)
    return tab
  }

  /** Runs a function in the shell's process. */
  get evaluate(): Evaluate {
    return this.desktop.evaluate
  }

  enginePid = () => this.desktop.enginePid()
  crash = async () => void process.kill(await this.enginePid(), 'SIGKILL')
  recover = async () => this
  stop = () => this.desktop.close()
}

/** What the shell keeps by itself stands beside the data folder, so that a second start on the same data finds it again. */
export const shellFolder = (data: string) => join(dirname(data), 'shell')
