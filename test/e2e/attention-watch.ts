import { expect, type Page } from '@playwright/test'

export const attentionRow = (page: Page, id: string) => page.getByRole('row').and(page.locator(`[data-connection="${id}"]`))

/**
 * Breaks a connection and sees it in the list that the page shows, less than a second after the provider's answer. Looked for
 * by the page itself with every change: an assertion that asks again and again would not know when it came.
 * @param breakIt resolves with the answer of whoever broke it, or found it broken
 */
export async function listedWithinASecond(page: Page, id: string, breakIt: () => Promise<unknown>): Promise<void> {
  await expect(attentionRow(page, id)).toHaveCount(0)
  const watch = await page.evaluateHandle((which) => {
    const listed = new Promise<number>((resolve) => {
      const look = () => {
        if (document.querySelector(`[role=row][data-connection="${which}"]`) !== null) resolve(Date.now())
      }
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    })
    // In an object, because a promise would be waited for.
    return { listed }
  }, id)
  await breakIt()
  const answered = Date.now()
  await expect(attentionRow(page, id)).toBeVisible()
  const listed = await watch.evaluate((handle) => handle.listed)
  expect(listed - answered, 'milliseconds until it is listed').toBeLessThan(1000)
}
