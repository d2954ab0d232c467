import type { EventEmitter } from 'node:events'
import { preventable } from '../preventable'

/** What has to end, and to be asked, when the application quits. */
export interface Ending {
  /** Asks every window to close; false when one refuses. */
  closeWindows(): Promise<boolean>
  /** Ends whatever still runs: child processes, the browser. */
  release(): Promise<void>
}

/** Start and end of the application, in the order of Electron's documentation. */
export class Lifecycle {
  readonly ready: Promise<void>
  isReady = false
  /** From `quit()` on, so that the last window's closing is not asked about again. */
  isQuitting = false
  private becomeReady: () => void = () => {}
  private ending: Ending | undefined

  constructor(private readonly app: EventEmitter) {
    this.ready = new Promise((resolve) => {
      this.becomeReady = resolve
    })
  }

  /** After the main script has run once. */
  async start(prepare: () => Promise<void>, ending: Ending): Promise<void> {
    this.ending = ending
    if (this.isQuitting) return
    await prepare()
    this.isReady = true
    this.app.emit('will-finish-launching')
    this.app.emit('ready', preventable({}), {})
    this.becomeReady()
  }

  quit(): void {
    if (this.isQuitting) return
    this.isQuitting = true
    void this.end()
  }

  exit(code: number): void {
    this.isQuitting = true
    this.app.emit('quit', preventable({}), code)
    void (this.ending?.release() ?? Promise.resolve()).finally(() => process.exit(code))
  }

  private async end(): Promise<void> {
    if (!this.passes('before-quit')) return
    if (this.ending && !(await this.ending.closeWindows())) {
      this.isQuitting = false
      return
    }
    if (this.passes('will-quit')) this.exit(0)
  }

  private passes(name: string): boolean {
    const event = preventable({})
    this.app.emit(name, event)
    if (event.defaultPrevented) this.isQuitting = false
    return !event.defaultPrevented
  }
}
