import type { Page } from '@playwright/test'

/** Waits until something is shown, nothing of it is being loaded or moves, and the page has nothing left to do. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isSettled = () => {
      const parts = [...document.querySelectorAll('#root, main')]
      const isThere = parts.length > 0 && parts.every((part) => part.textContent.trim() !== '')
      const moves = document
        .getAnimations()
        .some(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
      const loads = document.querySelector('.skeleton, [aria-busy=true]') !== null || window.fakeLink.open > 0
      return isThere && !moves && !loads
    }
    // What is shown may not listen yet, nor hide what is behind it: React's effects run after the frame that shows it.
    // A task of the background comes when none of the page's own is left.
    do await scheduler.postTask(() => new Promise(requestAnimationFrame), { priority: 'background' })
    while (!isSettled())
  })
}
