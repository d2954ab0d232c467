import type { Frame, Page } from '@playwright/test'
import { testOnOneDemo } from '../fixtures'
import { Complaints } from '../quiet-test'
import { desktopOf } from './fixtures'

/** What a page asked the shell for, as it is seen in the shell's own process. */
interface Attempts {
  /** Navigations that a page began, and whether the shell stopped them. */
  navigations: { url: string; prevented: boolean }[]
  downloads: { prevented: boolean }[]
  /** How often a preload handed a port over. */
  ports: number
}

declare global {
  /** In the shell's process. */
  var attempts: Attempts
  /** In the page: what a script sets that should not have run. */
  var pwned: unknown
}

interface Shell {
  attempts(): Promise<Attempts>
  windows(): Promise<number>
  /** What the system's browser was asked to open in this test. */
  outside(): Promise<string[]>
}

/** Tests in which the page's code is somebody else's. What it is refused is said in the console, so nobody listens to that. */
export function testOnHostilePage() {
  return testOnOneDemo().extend<{ shell: Shell }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    complaints: async ({}, use) => use(new Complaints()),
    shell: async ({ demo, page: _page }, use) => {
      const { evaluate, computer } = desktopOf(demo)
      await evaluate(({ BrowserWindow, ipcMain, session }) => {
        const listening = Reflect.has(globalThis, 'attempts')
        globalThis.attempts = { navigations: [], downloads: [], ports: 0 }
        if (listening) return
        // After the shell's own listeners, so that their verdict is known.
        for (const { webContents } of BrowserWindow.getAllWindows())
          webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
            globalThis.attempts.navigations.push({ url, prevented: defaultPrevented })
          })
        session.defaultSession.on('will-download', ({ defaultPrevented }) => {
          globalThis.attempts.downloads.push({ prevented: defaultPrevented })
        })
        ipcMain.on('port-connect', () => {
          globalThis.attempts.ports++
        })
      }, null)
      const before = (await computer.openedOutside()).length
      await use({
        attempts: () => evaluate(() => globalThis.attempts, null),
        windows: () => evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null),
        outside: async () => (await computer.openedOutside()).slice(before),
      })
    },
  })
}

/** The nonce of the document that is shown, which any code in it can read. */
export const nonceOf = (page: Page) => page.evaluate(() => Reflect.get(Reflect.get(window, 'connectBridge'), 'nonce') as string)

/** Asks for a port to the engine as the program's own page does, from wherever the code runs. */
export async function askForPort(target: Page | Frame, nonce: string): Promise<void> {
  await target.evaluate((own) => {
    const { port2 } = new MessageChannel()
    parent.postMessage({ kind: 'connect', nonce: own }, location.origin === 'null' ? '*' : parent.location.origin, [port2])
  }, nonce)
}

/** Returns when whoever listens in the page has heard what was posted until now. */
export async function heard(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      window.addEventListener('message', ({ data }) => {
        if (data === 'heard') resolve()
      })
      window.postMessage('heard', location.origin)
    })
  })
}

/** A frame that belongs to the page, so that its code may reach its parent. */
export async function innerFrame(page: Page): Promise<Frame> {
  await page.evaluate(() => document.body.append(document.createElement('iframe')))
  const frame = await (await page.waitForSelector('iframe', { state: 'attached' })).contentFrame()
  if (!frame) throw new Error('the frame has no document')
  return frame
}
