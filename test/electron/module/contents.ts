import type { EventEmitter } from 'node:events'
import type { MessagePortMain, WebContents } from 'electron'
import type { Page } from 'playwright-core'
import { PageHost, type PageListener } from '../chromium/page-host'
import type { Document } from '../chromium/page-link'
import { disentangle } from '../ports/message-port-main'
import { preventable } from '../preventable'
import { receive } from './page-messages'
import { applyPermissions } from './permissions'
import { windowWanted } from './popups'
import { mayDownload } from './session'
import { openFromPage } from './shell'
import { addresses, hub, recorder, theBrowser } from './world'

const open = new Set<Contents>()

/** The contents that show a page, or undefined for a page that is no window's. */
export function contentsOf(page: Page): Contents | undefined {
  return [...open].find((contents) => contents.shows(page))
}

/** Any of those that are open. */
export function someContents(): Contents | undefined {
  return [...open][0]
}

/** What is behind a WebContents: a page of Chromium, opened anew after a crash. */
export class Contents {
  /** What the shell holds; set once, right after both were made. */
  sender: WebContents | undefined
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined
  isDestroyed = false
  isCrashed = false
  isLoading = false
  /** Called once: the page was closed, by the window or by a person. */
  onClosed: () => void = () => {}
  /** Called with false when the page stays open although the window was to close. */
  private onLeave: (leaves: false) => void = () => {}
  private opened: Promise<PageHost> | undefined
  private host: PageHost | undefined
  private crashes = 0
  private readonly expected = new Set<string>()

  constructor(
    private readonly emitter: EventEmitter,
    private readonly preload: string | undefined,
  ) {
    open.add(this)
  }

  emit(name: string, ...args: unknown[]): void {
    this.emitter.emit(name, ...args)
  }

  shows(page: Page): boolean {
    return this.host?.page === page
  }

  /** Whether the shell asked for this navigation, so that it is not asked about it. */
  expects(url: string): boolean {
    return this.expected.delete(url) || url === this.url
  }

  get url(): string {
    return this.host ? addresses.toApp(this.host.url) : ''
  }

  open(): Promise<PageHost> {
    this.opened ??= PageHost.open(theBrowser(), this.preload, this.listener()).then((host) => {
      this.host = host
      this.isCrashed = false
      this.follow(host.page)
      return host
    })
    return this.opened
  }

  async load(url: string): Promise<void> {
    this.isLoading = true
    const host = await this.open()
    const target = addresses.toBrowser(url)
    if (this.sender) await applyPermissions(theBrowser(), this.sender, target)
    this.expected.add(addresses.toApp(target))
    try {
      await host.page.goto(target, { waitUntil: 'load' })
      this.isLoading = false
    } catch (error) {
      this.isLoading = false
      const { name, number } = failureOf(error)
      this.emit('did-fail-load', preventable({}), number, name, url, true)
      throw Object.assign(new Error(`${name} (${number}) loading '${url}'`, { cause: error }), { code: name, errno: number })
    }
  }

  reload(): void {
    const { url } = this
    if (this.isCrashed) void this.load(url)
    else void this.host?.page.reload()
  }

  sendIpc(channel: string, args: unknown[], transfer: readonly MessagePortMain[]): void {
    const document = this.host?.document
    const moved = disentangle(transfer)
    // As in Electron, nothing waits for a document that is not there.
    if (!document) return
    const { ids, flush } = hub.give(moved, document)
    recorder.note('shell-to-page', channel, args, ids.length)
    document.send({ kind: 'ipc', channel, args, ports: ids })
    flush()
  }

  async evaluate(code: string): Promise<unknown> {
    const { page } = await this.open()
    return page.evaluate(code)
  }

  crash(): void {
    void this.host?.page.goto('chrome://crash').catch(() => {})
  }

  /** False when the page minds being left, and the shell lets it. */
  async close(): Promise<boolean> {
    const { page } = await this.open()
    const asked = new Promise<boolean>((resolve) => {
      this.onLeave = resolve
      page.once('close', () => resolve(true))
    })
    await page.close({ runBeforeUnload: true })
    return asked
  }

  private follow(page: Page): void {
    page.on('domcontentloaded', () => this.emit('dom-ready'))
    page.on('load', () => this.emit('did-finish-load'))
    page.on('response', (response) => {
      if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return
      this.emit('did-navigate', preventable({}), addresses.toApp(response.url()), response.status(), response.statusText())
    })
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return dialog.dismiss()
      // Electron shows no question of its own: the page stays, unless the shell says that its wish does not count.
      const event = preventable({})
      this.emit('will-prevent-unload', event)
      if (event.defaultPrevented) return dialog.accept()
      this.onLeave(false)
      return dialog.dismiss()
    })
    page.on('download', (download) => {
      void download.cancel()
      if (mayDownload(addresses.toApp(download.url()))) throw new Error('stand-in: downloads are not implemented')
    })
  }

  private listener(): PageListener {
    const life = this.crashes
    return {
      received: (document: Document, message) => receive(this, document, message),
      ended: (document) => hub.dropOwner(document),
      closed: () => {
        // A page that crashed is closed in favour of another.
        if (life !== this.crashes) return
        this.isDestroyed = true
        open.delete(this)
        this.emit('destroyed')
        this.onClosed()
      },
      crashed: () => this.crashed(),
      console: (type, message, lineNumber, source) => {
        const level = type === 'error' || type === 'warning' ? type : 'info'
        if (level === 'error') process.stderr.write(`[page] ${message}\n`)
        this.emit('console-message', preventable({ level, message, lineNumber, sourceId: addresses.toApp(source) }))
      },
      preloadFailed: (error) => this.preloadFailed(error),
      windowWanted: (url) => windowWanted(this, addresses.toApp(url)),
      leaves: (url) => {
        if (this.sender) openFromPage(this, this.sender, url)
      },
    }
  }

  preloadFailed(error: Error): void {
    process.stderr.write(`Unable to load preload script: ${this.preload}\n${error.stack ?? error.message}\n`)
    this.emit('preload-error', preventable({}), this.preload, error)
  }

  private crashed(): void {
    const dead = this.host
    this.isCrashed = true
    this.crashes++
    this.opened = undefined
    this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 5 })
    // Playwright can do nothing with a crashed page; a reload opens another.
    void dead?.page.close().catch(() => {})
  }
}

/** Chromium's `ERR_ABORTED` is a load that another one overtook, or that the page's end cut short. */
function failureOf(error: unknown): { name: string; number: number } {
  const overtaken = /interrupted by another navigation|ERR_ABORTED|has been closed|frame was detached/i.test(String(error))
  return overtaken ? { name: 'ERR_ABORTED', number: -3 } : { name: 'ERR_FAILED', number: -2 }
}
