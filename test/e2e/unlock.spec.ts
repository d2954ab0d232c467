import { expect, test } from './fixtures'
import { connectSlack } from './steps'

test('locking drops everything that was shown, and a wrong password says so', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  const name = (await page.getByRole('option').first().locator('.font-medium').first().textContent()) ?? ''
  await expect(page.getByText(name).first()).toBeVisible()

  await page.keyboard.press('Control+l')
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  expect(await page.content()).not.toContain(name)

  await password.fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That is not the password of this vault.')).toBeVisible()

  await password.fill(demo.ready.demo?.vaultPassword ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByText(name).first()).toBeVisible()
})

test('a lock in one tab is seen in the other', async ({ page, context, demo }) => {
  await page.goto(demo.ready.openUrl)
  const other = await context.newPage()
  await other.goto(`${demo.ready.url}connect`)
  await expect(other.getByRole('heading', { name: 'Connect', exact: true })).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(other.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
})

test('ten wrong passwords in a minute, then a countdown', async ({ page, demo }) => {
  test.slow()
  await page.goto(demo.ready.openUrl)
  await page.getByRole('button', { name: 'Lock' }).click()
  const password = page.getByLabel('Password', { exact: true })
  for (let i = 0; i < 11; i++) {
    await password.fill(`wrong number ${i}`)
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled()
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/vault/unlock'))
    await page.keyboard.press('Enter')
    await answered
    // The form takes the next try when it has shown what became of this one.
    await expect(page.getByText(/not the password|Too many/).first()).toBeVisible()
  }
  await expect(page.getByText(/Too many wrong passwords\. Try again in \d+ s\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled()
})
