import { signIn } from '../drivers/sign-in'
import { expect, test } from '../fixtures'

test('a teammate who comes to a page of the owner is told whose it is, and is asked for nothing', async ({ context, demo }) => {
  const page = await context.newPage()
  await signIn(page, demo, 'teammate')
  for (const path of ['/settings/recovery', '/settings/key-health']) {
    await demo.open(page, path)
    await expect(page.getByText('owns this vault')).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
    await expect(page.locator('.skeleton')).toHaveCount(0)
  }
})
