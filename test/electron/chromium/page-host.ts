import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { type Document, type DocumentListener, isolatedWorld, PageLink } from './page-link'
import { closeUnloadedPopups } from './popup-targets'
import { installPreload, preloadSyntaxError } from './preload-script'

export interface PageListener extends DocumentListener {
  closed(): void
  crashed(): void
  console(level: string, text: string, line: number, source: string): void
  preloadFailed(error: Error): void
  /** The page's code asks for a window of its own; it is closed whatever the answer, because none is stood in for. */
  windowWanted(url: string): void
  /** The page navigates to a scheme that Chromium leaves to the system, which is never a request. */
  leaves(url: string): void
}

const claimed = new WeakSet<Page>()
let opening: Promise<unknown> = Promise.resolve()

/** A page of Chromium that is a window's contents. */
export class PageHost {
  private constructor(
    readonly page: Page,
    private readonly link: PageLink,
    private readonly place: { url: string },
  ) {}

  /** @param preload absolute path */
  static async open(context: BrowserContext, preload: string | undefined, listener: PageListener): Promise<PageHost> {
    const page = await claimPage(context)
    const session = await context.newCDPSession(page)
    await session.send('Page.enable')
    const { frameTree } = await session.send('Page.getFrameTree')
    const mainFrame = frameTree.frame.id
    const unique = randomUUID().replaceAll('-', '')
    const binding = `standInSend${unique}`
    const receiver = `standInReceive${unique}`
    const link = new PageLink({ session, mainFrame, binding, receiver, listener })
    const place = followPlace(session, mainFrame)

    page.on('close', () => {
      link.end()
      listener.closed()
    })
    page.on('crash', () => {
      link.end()
      listener.crashed()
    })
    page.on('console', (message) => {
      const { url, lineNumber } = message.location()
      listener.console(message.type(), message.text(), lineNumber, url)
    })
    page.on('pageerror', (error) => listener.console('error', error.stack ?? error.message, 0, ''))
    session.on('Page.windowOpen', ({ url }) => listener.windowWanted(url))
    session.on('Page.frameRequestedNavigation', ({ url }) => {
      if (!/^(https?|about|data|blob|javascript|file):/i.test(url)) listener.leaves(url)
    })

    // A main frame's id is its target's.
    await closeUnloadedPopups(session, mainFrame)
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld })
    if (preload !== undefined) {
      const { electron = '', chrome = '', node } = process.versions
      const versions = { electron, chrome, node }
      const options = { channel: `stand-in-${unique}`, binding, receiver, platform: process.platform, versions }
      const source = readPreload(preload, listener)
      if (source !== undefined) await installPreload(session, source, options)
    }
    return new PageHost(page, link, place)
  }

  /** The document that is shown, while it has a preload. */
  get document(): Document | undefined {
    return this.link.document
  }

  /** The main frame's address, as Chromium has it. */
  get url(): string {
    return this.place.url
  }
}

/** Whether a page is one of ours; any other was opened by a page's code. */
export async function isWindow(page: Page): Promise<boolean> {
  await opening
  return claimed.has(page)
}

/** Chromium starts with an empty page, which becomes the first window. */
async function claimPage(context: BrowserContext): Promise<Page> {
  const unused = context.pages().find((page) => page.url() === 'about:blank' && !claimed.has(page))
  const making = unused ? Promise.resolve(unused) : context.newPage()
  opening = making.then((page) => claimed.add(page))
  return making
}

/** Told in the same order as what the page sends, which Playwright's own `url()` is not. */
function followPlace(session: CDPSession, mainFrame: string): { url: string } {
  const place = { url: 'about:blank' }
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === mainFrame) place.url = frame.url + (frame.urlFragment ?? '')
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === mainFrame) place.url = url
  })
  return place
}

function readPreload(path: string, listener: PageListener): string | undefined {
  try {
    const source = readFileSync(path, 'utf8')
    const wrong = path.endsWith('.mjs')
      ? new SyntaxError('Cannot use import statement outside a module')
      : preloadSyntaxError(source)
    if (!wrong) return source
    listener.preloadFailed(wrong)
  } catch (error) {
    listener.preloadFailed(error instanceof Error ? error : new Error(String(error)))
  }
  return undefined
}
