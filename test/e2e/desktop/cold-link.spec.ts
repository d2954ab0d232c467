import { expect, test } from '../fixtures'
import { desktopOf } from './fixtures'

test('neurocad://connect/slackApi starts the program on that page, once its vault is open', async ({ driver, data }) => {
  // A demo's vault is open when it is made, and locked at every later start.
  const first = await driver.start(data)
  const { facts } = first
  await first.stop()
  const program = await driver.start(data, { link: 'neurocad://connect/slackApi' })
  try {
    const page = await desktopOf(program).openedWindow()
    await page.getByLabel('Password', { exact: true }).fill(facts.vaultPassword)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/connect\/provider\/slackApi$/)
    await expect(page.getByRole('heading', { name: 'Slack', exact: true })).toBeVisible()
  } finally {
    await program.stop()
  }
})
