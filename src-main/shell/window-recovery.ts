import type { BrowserWindow } from 'electron'
import { shellWords } from '../../src-shared/words/en/shell'
import { appOrigin } from './app-address'
import { CrashHistory } from './crash-history'
import { isProblemAddress, isRestartAddress, type Problem, problemAddress } from './problem-page'
import { type OwnPage, sendPageOnceLoaded } from './send-page'

export interface RecoveryPorts {
  /** Asks whether to wait for a window that does not answer. `signal`: it answers again, and the question is void. */
  askToWait(
    question: { message: string; detail: string; buttons: [string, string] },
    signal: AbortSignal,
  ): Promise<'wait' | 'reload'>
  /** The person asked for another try. */
  onRestart(): void
  /** No page can be shown at all. */
  onHopeless(): void
}

/** Chromium's `ERR_ABORTED`: another load began before this one had ended, and tells of itself. */
const overtaken = -3

/** Keeps a window from staying blank: whatever happens to its page, it comes back or says what is wrong. */
export class WindowRecovery {
  private readonly crashes = new CrashHistory()
  /** What the application's page shows when it comes back after a problem. */
  private next: OwnPage = { path: '/' }

  constructor(
    private readonly window: BrowserWindow,
    private readonly ports: RecoveryPorts,
  ) {
    const { webContents } = window
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.recover()
    })
    webContents.on('preload-error', () => this.show('preload'))
    webContents.on('did-fail-load', (_event, code, _description, _address, isMainFrame) => {
      if (isMainFrame && code !== overtaken) this.show('window')
    })
    webContents.on('did-navigate', (_event, _address, status) => {
      if (status >= 400) this.show('window')
    })
    webContents.on('will-navigate', (event) => {
      if (!isRestartAddress(event.url)) return
      event.preventDefault()
      ports.onRestart()
      const { next } = this
      this.load(next.path)
      if (next.document !== undefined) sendPageOnceLoaded(webContents, next)
    })
    this.watchAnswering()
  }

  /** Loads the application's page. */
  load(path = '/'): void {
    this.next = { path: '/' }
    this.go(`${appOrigin}${path}`)
  }

  /** Shows the page of a problem. A preload that fails does so on that page too, which does without it. */
  show(problem: Problem): void {
    if (!this.showsProblem) this.go(problemAddress(problem))
  }

  /** Whether a problem is shown, whose page can show no other: it is kept until the person has the application start anew. */
  keeps(page: OwnPage): boolean {
    if (!this.showsProblem) return false
    this.next = page
    return true
  }

  private get showsProblem(): boolean {
    return isProblemAddress(this.window.webContents.getURL())
  }

  private recover(): void {
    const step = this.crashes.crashed(performance.now())
    if (step === 'reload') this.load()
    else if (step === 'tell') this.go(problemAddress('window'))
    else this.ports.onHopeless()
  }

  private go(address: string): void {
    // Closed while the person was asked: there is nothing left to load anything in.
    if (this.window.isDestroyed()) return
    // A load that fails is told by `did-fail-load` as well.
    this.window.loadURL(address).catch(() => {})
  }

  private watchAnswering(): void {
    let question: AbortController | undefined
    this.window.on('unresponsive', () => {
      if (question) return
      const asked = new AbortController()
      question = asked
      const { unresponsive: message, unresponsiveWhy: detail, wait, reload } = shellWords
      void this.ports.askToWait({ message, detail, buttons: [wait, reload] }, asked.signal).then((answer) => {
        question = undefined
        if (answer === 'reload' && !asked.signal.aborted) this.load()
      })
    })
    this.window.on('responsive', () => question?.abort())
  }
}
