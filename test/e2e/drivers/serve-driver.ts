import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { root } from '../../../scripts/root.mjs'
import { STATE_VARIABLE } from '../../../src-main/host/serve/state-folder'
import type { Driver, Program, StartOptions } from './driver'
import { HttpApi } from './http-api'
import { OwnProcess } from './own-process'
import { demoOf } from './ready-line'
import { addressOf, signIn } from './sign-in'

/** The program without a window: its owner visits its page with a browser. */
export const serveDriver: Driver = {
  name: 'serve',
  async start(data, options = {}) {
    const args = [join(root, 'out', 'serve', 'serve.js'), '--json', '--no-open', '--data', data]
    if (options.demo !== false) args.push('--demo')
    const child = new OwnProcess(
      spawn(process.execPath, args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, [STATE_VARIABLE]: `${data}-state` },
      }),
    )
    await child.ready()
    return new ServedProgram(data, options, child)
  },
}

class ServedProgram implements Program {
  readonly opensTabsByItself = false
  readonly api = new HttpApi(() => this.ready)

  constructor(
    readonly data: string,
    private readonly options: StartOptions,
    private readonly child: OwnProcess,
  ) {}

  get ready() {
    return this.child.lines.current
  }

  get facts() {
    return demoOf(this.ready)
  }

  async window(browser: BrowserContext): Promise<Page> {
    const page = await browser.newPage()
    await signIn(page, this)
    return page
  }

  async open(page: Page, path: string): Promise<void> {
    await page.goto(addressOf(this, path))
  }

  nextTab(window: Page): Promise<Page> {
    return window.context().waitForEvent('page')
  }

  crash = () => this.child.end('SIGKILL')
  stop = () => this.child.end('SIGTERM')
  recover = () => serveDriver.start(this.data, this.options)
}
