import type { Page } from '@playwright/test'

/** Waits until something is shown, and nothing of it is being loaded or moves. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll('#root, main')]
    const isThere = parts.length > 0 && parts.every((part) => part.textContent.trim() !== '')
    const moves = document
      .getAnimations()
      .some(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    const loads = document.querySelector('.skeleton, [aria-busy=true]') !== null || window.fakeLink.open > 0
    return isThere && !moves && !loads
  })
}
