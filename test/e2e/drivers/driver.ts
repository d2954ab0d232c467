import type { BrowserContext, Page } from '@playwright/test'
import type { HttpApi } from './http-api'
import type { DemoFacts, ReadyLine } from './ready-line'

/**
 * How the program is run under the specs. `serve`: without a window, its page in Chromium. `desktop`: the built bundles on the
 * stand-in for Electron. `electron`: the same bundles in Electron itself.
 */
export type DriverName = 'serve' | 'desktop' | 'electron'

export interface Driver {
  readonly name: DriverName
  /** Resolves when the program is ready. Rejects with what it logged when it ends before. */
  start(data: string, options?: StartOptions): Promise<Program>
}

export interface StartOptions {
  /** With the built-in demo platform, which is the usual thing here. */
  demo?: boolean
  /** A `neurocad://` link that the program is started for. The desktop alone. */
  link?: string
}

/** One running program, as its owner meets it. */
export interface Program {
  /** Absolute path of its data folder. */
  readonly data: string
  readonly ready: ReadyLine
  /** Throws where it was not started as a demo. */
  readonly facts: DemoFacts
  /** Whether a window opens a tab outside without a click: a browser keeps its pages from that. */
  readonly opensTabsByItself: boolean
  /** The HTTP API, as scripts and teammates use it. */
  readonly api: HttpApi
  /**
   * The owner's window, signed in, on the directory; or on what a vault that is locked or absent shows instead.
   * @param browser the person's browser. What the program opens outside becomes a tab there, from now on.
   */
  window(browser: BrowserContext): Promise<Page>
  /** Shows another page of the program in a window, as a link to `path` would. */
  open(page: Page, path: string): Promise<void>
  /** The next tab that a window opens in the person's browser. Ask before the click that opens it. */
  nextTab(window: Page): Promise<Page>
  /** Ends the engine at once, with no chance to put anything in order; the window stays as it is. */
  crash(): Promise<void>
  /** What gets a person on after a crash: starts `serve` again. The desktop has started its engine again by itself. */
  recover(): Promise<Program>
  stop(): Promise<void>
}
