import type { Page } from '@playwright/test'

declare global {
  /** In the page: what it heard of things that are dragged over it. */
  var drags: string[]
}

interface Dragged {
  items: { mimeType: string; data: string }[]
  /** Absolute paths. */
  files?: string[]
}

/** A person drags something over a window, and lets it go in its middle. */
export async function drop(page: Page, { items, files }: Dragged): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items, ...(files && { files }), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await session.detach()
}

/** Things that a browser would show in place of the page. */
export const dragged: Record<'a file' | 'a link', Dragged> = {
  'a file': { items: [], files: ['/etc/passwd'] },
  'a link': { items: [{ mimeType: 'text/uri-list', data: 'http://example.com/' }] },
}

/** @param takes whether the page's code says that it wants what is dragged */
export async function listenToDrags(page: Page, takes: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    globalThis.drags = []
    for (const type of ['dragover', 'drop'])
      window.addEventListener(type, (event) => {
        if (wanted) event.preventDefault()
        globalThis.drags.push(type)
      })
  }, takes)
}

/** Kinds of events that the page heard since it listens. */
export const dragsSeen = (page: Page): Promise<string[]> => page.evaluate(() => [...new Set(globalThis.drags)])
