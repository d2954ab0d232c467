import { benchPassword, filledVault } from '../bench/filled-vault'
import { expect, test } from './fixtures'

test('ten thousand connections of a real vault: unlocked, counted, reached at the end, and found as one types', async ({
  driver,
  context,
  data,
}) => {
  const { vault } = await filledVault(data, 10_000)
  await vault.close()
  const program = await driver.start(data, { demo: false })
  const page = await program.window(context)
  await page.getByLabel('Password', { exact: true }).fill(benchPassword)
  await page.getByRole('button', { name: 'Unlock' }).click()
  // One more was removed while the vault was made: it is in the list, and not counted as live.
  await expect(page.getByRole('main').locator('[data-card=slackApi]')).toContainText('10,000 connections')
  await page.getByRole('main').locator('[data-card=slackApi]').click()
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', '10001')
  await page.keyboard.press('End')
  await expect(page.locator('[aria-posinset="10001"]')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('juniper 4007')
  await page
    .getByRole('option', { name: /Juniper 4007/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /Juniper 4007/ })).toBeVisible()
  await program.stop()
})
