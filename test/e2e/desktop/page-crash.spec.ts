import { expect, test } from '../fixtures'
import { desktopOf } from './fixtures'

test('a page that crashes comes back by itself, with the vault as it was', async ({ page, demo, context }) => {
  const crashed = page.waitForEvent('crash')
  await desktopOf(demo).evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    null,
  )
  await crashed
  const again = await demo.window(context)
  await expect(again.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
})
