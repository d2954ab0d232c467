import type { BrowserContext, Page } from '@playwright/test'
import { expect, test as harnessTest } from './harness-test'
import type { Scene } from './scene'
import { settle } from './settle'

interface Fixtures {
  /** Shows a scene as a person finds it who has just come: at the usual size, by day. */
  show(scene: Scene, more?: Record<string, string>): Promise<Page>
}

interface WorkerFixtures {
  stage: BrowserContext
  /** The one page that all scenes of a worker are shown on: loading it takes longer than looking at it. */
  stagePage: Page
}

const size = { width: 1280, height: 800 }

/** The page's code is loaded after the document. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(() => 'show' in window)
}

/** Tests that look at many scenes. */
export const test = harnessTest.extend<Fixtures, WorkerFixtures>({
  stage: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: size })
      await use(context)
      await context.close()
    },
    { scope: 'worker' },
  ],
  stagePage: [
    async ({ stage, harness }, use) => {
      const page = await stage.newPage()
      await visit(page, harness.origin)
      await use(page)
    },
    { scope: 'worker' },
  ],
  // A finding is a line that says all.
  trace: ['off', { scope: 'worker' }],
  context: ({ stage }, use) => use(stage),
  page: ({ stagePage }, use) => use(stagePage),
  show: ({ page, harness }, use) =>
    use(async ({ address, act, shows }, more = {}) => {
      const url = new URL(address, harness.origin)
      for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' })
      await page.waitForFunction(
        (width) => innerWidth === width && matchMedia('(prefers-reduced-motion: reduce)').matches,
        size.width,
      )
      // A language is chosen before any code is loaded.
      if (new URL(page.url()).searchParams.get('language') === url.searchParams.get('language'))
        await page.evaluate((where) => window.show(where), url.href)
      else await visit(page, url.href)
      await settle(page)
      await act?.(page)
      if (shows !== undefined) await page.locator(shows).first().waitFor()
      await settle(page)
      return page
    }),
})

export { expect }
