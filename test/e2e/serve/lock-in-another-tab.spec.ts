import { expect, test } from '../fixtures'

test('a lock in one tab is seen in the other', async ({ page, context, demo }) => {
  const other = await context.newPage()
  await demo.open(other, '/connect')
  await expect(other.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(other.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
})
