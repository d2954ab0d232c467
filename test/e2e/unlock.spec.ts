import { expect, testOnOneDemo } from './fixtures'
import { connect, unlock } from './steps'

const test = testOnOneDemo()

test('locking drops everything that was shown, and a wrong password says so', async ({ page, demo }) => {
  await connect(page, demo, 'slackApi')
  const name = (await page.getByRole('option').first().locator('.font-medium').first().textContent()) ?? ''
  await expect(page.getByText(name).first()).toBeVisible()

  await page.keyboard.press('Control+l')
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  expect(await page.content()).not.toContain(name)

  await password.fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not the password of this vault.')).toBeVisible()

  await unlock(page, demo)
  await expect(page.getByText(name).first()).toBeVisible()
})

// The last of the file: nobody unlocks for a minute after it.
test('after ten wrong passwords in a minute, even the right one has to wait', async ({ page, demo }) => {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  for (let i = 1; i <= 10; i++) await demo.api.ask('/vault/unlock', 'POST', 'owner', { password: `wrong number ${i}` })
  await password.fill(demo.facts.vaultPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Too many wrong passwords\. Try again in \d+ s\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeDisabled()
})
