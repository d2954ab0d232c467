import { expect, testOnOneDemo } from './fixtures'

const test = testOnOneDemo()

test('a chosen theme stays, and the page never flashes the other', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Dark' }).click()
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(background).toBe('rgb(21, 21, 24)')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  expect(await background()).toBe('rgb(21, 21, 24)')
})

test('an access token is shown once, works, and is refused once revoked', async ({ page, demo, request }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Name of the new token').fill('nightly backup')
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = (await page.locator('code').textContent()) ?? ''
  const ask = async () =>
    (await request.get(`${demo.api.address}/connect/directory`, { headers: { authorization: `Bearer ${token}` } })).status()
  expect(await ask()).toBe(200)

  await page.getByRole('button', { name: 'Done' }).click()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Revoke nightly backup' }).click()
  await page.getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByText('nightly backup')).toHaveCount(0)
  expect(await ask()).toBe(401)
})
