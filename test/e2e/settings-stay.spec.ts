import { expect, test } from './fixtures'
import { unlock } from './steps'

test('what was decided in the settings survives a restart', async ({ driver, data, context }) => {
  const before = await driver.start(data)
  const page = await before.window(context)
  await before.open(page, '/settings')
  await page.getByRole('combobox', { name: 'Lock automatically' }).selectOption('After 5 minutes')
  await expect.poll(() => before.api.call('/settings')).toMatchObject({ autoLockMinutes: 5 })
  const { facts } = before
  await before.stop()

  const after = await driver.start(data)
  try {
    const again = await after.window(context)
    await unlock(again, { facts })
    await expect(again.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
    await after.open(again, '/settings')
    await expect(again.getByRole('combobox', { name: 'Lock automatically' })).toHaveValue('After 5 minutes')
  } finally {
    await after.stop()
  }
})
