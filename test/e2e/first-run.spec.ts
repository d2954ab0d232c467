import { expect, test } from './fixtures'
import { slackCard } from './steps'

test('from nothing to a vault of one’s own and the app that Slack asks for', async ({ driver, context, data }) => {
  const program = await driver.start(data, { demo: false })
  try {
    const page = await program.window(context)
    const password = page.getByLabel('Password', { exact: true })
    await password.fill('password')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This password is among the most common ones. Choose another.')).toBeVisible()
    await password.fill('seven maple drums')
    await page.getByLabel('Password again', { exact: true }).fill('seven maple drum')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Type the same password twice.')).toBeVisible()
    await page.getByLabel('Password again', { exact: true }).fill('seven maple drums')
    await page.keyboard.press('Enter')

    await expect(page.getByText('Nothing is connected yet')).toBeVisible()
    await slackCard(page).click()
    await expect(page.getByRole('form', { name: 'Your own Slack app' })).toBeVisible()
    await page.getByLabel('Client id').fill('has a space')
    await page.getByLabel('Client secret', { exact: true }).fill('0123456789abcdef')
    await page.getByRole('button', { name: 'Save app' }).click()
    await expect(page.getByText('Must be printable ASCII without spaces.')).toBeVisible()
    await page.getByLabel('Client id').fill('1234567890.0987654321')
    await page.getByRole('button', { name: 'Save app' }).click()
    await expect(page.getByRole('button', { name: 'Add connection' }).first()).toBeVisible()
  } finally {
    await program.stop()
  }
})
