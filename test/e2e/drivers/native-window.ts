/** Runs a function in the shell's process, with the `electron` module. It arrives there as source: it sees nothing else of the test. */
export type Evaluate = <Arg, Result>(
  run: (electron: typeof Electron.Main, arg: Arg) => Result,
  arg: Arg,
) => Promise<Awaited<Result>>

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

/** The desktop's window from outside: what a person does to it with the frame that the system draws. */
export class NativeWindow {
  constructor(private readonly evaluate: Evaluate) {}

  /** Null where it is closed for good. */
  look(): Promise<{ visible: boolean; minimized: boolean; bounds: Bounds } | null> {
    return this.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      if (!window) return null
      return { visible: window.isVisible(), minimized: window.isMinimized(), bounds: window.getNormalBounds() }
    }, null)
  }

  async minimize(): Promise<void> {
    await this.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize(), null)
  }

  /** The person looks at another program. */
  async blur(): Promise<void> {
    await this.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur(), null)
  }

  async close(): Promise<void> {
    await this.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
  }

  async moveTo(bounds: Bounds): Promise<void> {
    await this.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds)
  }
}
