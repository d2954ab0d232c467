import type { Page } from '@playwright/test'

/** Which of some strings are in the memory of a page's scripts, after a collection. What the search itself holds is encoded. */
export async function foundInHeap(page: Page, strings: string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.enable')
    await session.send('HeapProfiler.collectGarbage')
    let snapshot = ''
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      snapshot += chunk
    })
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    return strings.filter((text) => snapshot.includes(text))
  } finally {
    await session.detach()
  }
}
