import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Controls } from '../control/controls'
import { ControlClient } from './control-client'
import { SystemBrowser } from './system-browser'

/** The windows' origin in Chromium, where Electron would have `app://neurocad`. */
const appOrigin = 'https://neurocad.app.invalid'

interface Started {
  /** Starts the application again, or for the first time, with what is typed. */
  start(args: string[]): ChildProcess
  userData: string
  keepUserData: boolean
  firstArgs: string[]
}

/** A running application and the computer around it. */
export class Desktop {
  readonly process: ChildProcess
  readonly userData: string
  readonly systemBrowser: SystemBrowser
  /** The exit code, once it has ended; null after a signal. */
  readonly exited: Promise<number | null>
  private readonly client: ControlClient
  private said = ''
  private joined: Promise<Browser> | undefined
  /** Playwright still lists them until they are closed. */
  private readonly crashed = new WeakSet<Page>()

  constructor(private readonly started: Started) {
    this.userData = started.userData
    this.process = started.start(started.firstArgs)
    this.exited = once(this.process, 'exit').then(([code]) => code)
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text
      })
    // A link is followed by the system in the background; what goes wrong shows in the application that never gets it.
    this.systemBrowser = new SystemBrowser((url) => void this.openLink(url))
    this.client = new ControlClient(this.process, (url) => void this.systemBrowser.open(url))
  }

  /** Everything that the application wrote to its standard streams. */
  get output(): string {
    return this.said
  }

  /** The oldest window that shows the application, as soon as there is one. */
  async firstWindow(): Promise<Page> {
    const [context] = (await this.browser()).contexts()
    if (!context) throw new Error('the browser has no windows')
    for (;;) {
      const alive = context.pages().filter((page) => !this.crashed.has(page))
      const found = alive.find((page) => page.url().startsWith(appOrigin))
      if (found) return found
      await Promise.race([
        context.waitForEvent('page'),
        ...alive.map((page) => page.waitForURL(`${appOrigin}/**`)),
        this.exited.then((code) => Promise.reject(new Error(`no window; the application ended (exit ${code}):\n${this.said}`))),
      ])
    }
  }

  /** Runs a function in the shell's process, with the `electron` module. It arrives as source: it sees nothing else of the test. */
  async evaluate<Arg, Result>(fn: (electron: typeof Electron.Main, arg: Arg) => Result, arg?: Arg): Promise<Awaited<Result>> {
    return (await this.client.ask({ kind: 'evaluate', source: String(fn), arg })) as Awaited<Result>
  }

  /** Does something to the computer around the application, or looks at it. */
  async control<Name extends keyof Controls>(
    name: Name,
    ...args: Parameters<Controls[Name]>
  ): Promise<ReturnType<Controls[Name]>> {
    return (await this.client.ask({ kind: 'control', name, args })) as ReturnType<Controls[Name]>
  }

  /**
   * Delivers a link as the system does: Windows and Linux start the program again, macOS tells the running one.
   * @param as the other way of delivery. For a cold start give the link to `launchDesktop` in `args`, after `--`.
   */
  async openLink(url: string, as: 'second-instance' | 'open-url' = 'second-instance'): Promise<void> {
    if (as === 'open-url') return this.control('openUrl', url)
    const second = this.started.start([...this.started.firstArgs, '--', url])
    const [code] = await once(second, 'exit')
    if (code !== 0) throw new Error(`the second start was not taken over (exit ${code})`)
  }

  /** Of the engine's process, while there is one. */
  async enginePid(): Promise<number> {
    const [pid] = await this.control('enginePids')
    if (pid === undefined) throw new Error('there is no engine')
    return pid
  }

  /** Ends the engine as a crash would, without a word to it. */
  async killEngine(): Promise<void> {
    process.kill(await this.enginePid(), 'SIGKILL')
  }

  /** Ends the application as a crash would. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.exited
  }

  /** Quits as a person would, and cleans up. */
  async close(): Promise<void> {
    await this.systemBrowser.close()
    const late = setTimeout(() => this.process.kill('SIGKILL'), 10_000)
    if (this.process.connected) await this.evaluate(({ app }) => app.quit()).catch(() => {})
    await this.exited
    clearTimeout(late)
    await (await this.joined?.catch(() => undefined))?.close()
    if (!this.started.keepUserData) await rm(this.userData, { recursive: true, force: true, maxRetries: 5 })
  }

  private browser(): Promise<Browser> {
    this.joined ??= this.client.endpoint.then((endpoint) => this.join(endpoint))
    return this.joined
  }

  private async join(endpoint: string): Promise<Browser> {
    const browser = await chromium.connectOverCDP(endpoint)
    const watch = (page: Page) => page.once('crash', () => this.crashed.add(page))
    for (const context of browser.contexts()) {
      context.on('page', watch)
      context.pages().forEach(watch)
    }
    return browser
  }
}
