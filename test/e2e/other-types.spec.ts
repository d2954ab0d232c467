import { expect, testOnOneDemo } from './fixtures'
import { connect } from './steps'

const test = testOnOneDemo()

test('an API key is added by its form, and what is wrong is said at the field that is', async ({ page, demo }) => {
  await demo.open(page, '/connect/provider/genericApiKey')
  await page.getByRole('main').getByRole('button', { name: 'Add connection' }).first().click()
  const form = page.getByRole('alertdialog', { name: 'Add API key' })
  await form.getByLabel('What it is for').fill('Parts catalogue')
  await form.getByLabel('Key', { exact: true }).fill('k-0123456789')
  const origins = form.getByLabel('Origins')
  await origins.fill('https://parts.example/api')
  await form.getByRole('button', { name: 'Add connection' }).click()
  await expect(origins).toHaveAccessibleDescription(/without a path/)
  await expect(origins).toBeFocused()
  await expect(form.getByLabel('What it is for')).toHaveValue('Parts catalogue')

  await origins.fill('https://parts.example')
  await form.getByRole('button', { name: 'Add connection' }).click()
  await expect(form).toBeHidden()
  await expect(page).toHaveURL(/\/connect\/provider\/genericApiKey\?added=cred_/)
  await expect(page.getByRole('option')).toContainText('Parts catalogue')
  expect(await page.content()).not.toContain('k-0123456789')
})

test('a provider that is only declared is connected like any other, and passes its test', async ({ page, demo }) => {
  const id = await connect(page, demo, 'googleApi')
  await demo.open(page, `/connect/${id}`)
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText(/this connection works/)).toBeVisible()
})
