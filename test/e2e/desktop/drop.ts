import type { Page } from '@playwright/test'

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
