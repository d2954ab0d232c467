import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../scripts/chromium.mjs'

/** The person's own browser: addresses that the application opens outside become pages here. Started when the first one comes. */
export class SystemBrowser {
  private started: Promise<{ browser: Browser; context: BrowserContext }> | undefined
  private given: BrowserContext | undefined
  private readonly waiting: ((page: Page) => void)[] = []

  /** @param onLink told of a link for another program, which a page was sent on to */
  constructor(private readonly onLink: (url: string) => void) {}

  /** The page that opens because of what `cause` does. */
  async nextPage(cause: () => Promise<unknown>): Promise<Page> {
    const page = new Promise<Page>((resolve) => this.waiting.push(resolve))
    await cause()
    return page
  }

  /** From now on pages open in this browser, which its owner closes. */
  use(context: BrowserContext): void {
    if (this.given === context) return
    this.given = context
    context.on('page', (page) => void this.watch(context, page))
  }

  async context(): Promise<BrowserContext> {
    if (this.given) return this.given
    this.started ??= this.start()
    return (await this.started).context
  }

  /** Only web pages: any other scheme starts a program, which a test asks for by itself. */
  async open(url: string): Promise<void> {
    if (!/^https?:/.test(url)) return
    const page = await (await this.context()).newPage()
    this.waiting.shift()?.(page)
    // A page that is sent on to another program at once never loads.
    await page.goto(url).catch(() => {})
  }

  async close(): Promise<void> {
    await (await this.started)?.browser.close()
  }

  private async start(): Promise<{ browser: Browser; context: BrowserContext }> {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath: await findChromium(), args })
    const context = await browser.newContext()
    context.on('page', (page) => void this.watch(context, page))
    return { browser, context }
  }

  /** Chromium hands other schemes to the system and reports no request: it is seen where it was asked for. */
  private async watch(context: BrowserContext, page: Page): Promise<void> {
    page.on('response', (response) => {
      const location = response.headers().location ?? ''
      if (isForProgram(location)) this.onLink(location)
    })
    const session = await context.newCDPSession(page)
    await session.send('Page.enable')
    session.on('Page.frameRequestedNavigation', ({ url }) => {
      if (isForProgram(url)) this.onLink(url)
    })
  }
}

const isForProgram = (url: string) =>
  /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^(https?|about|data|blob|javascript|file|chrome):/i.test(url)
