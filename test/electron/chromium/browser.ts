import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

export interface StartedBrowser {
  context: BrowserContext
  /** Where another Playwright joins in: the test's. */
  endpoint: string
}

/**
 * A real Chromium for the windows.
 * @param profile its folder, made when absent
 * @param executable absolute path of a Chromium
 */
export async function startBrowser(profile: string, executable: string): Promise<StartedBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    viewport: null,
    serviceWorkers: 'block',
    args: [
      // Chromium's own sandbox refuses to run as root, which is what containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--remote-debugging-port=0',
      // Electron's renderers fire `close` on a MessagePort; stock Chromium keeps that behind a flag.
      '--enable-blink-features=MessagePortCloseEvent',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  return { context, endpoint: `ws://127.0.0.1:${port}${path}` }
}
