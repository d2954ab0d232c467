import { expect, test } from '../fixtures'

test('the callback doctor tries the loopback address and the scheme, and says which way each provider takes', async ({
  page,
  demo,
}) => {
  await demo.open(page, '/settings')
  const finding = (name: string) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  await page.getByRole('button', { name: 'Test callbacks' }).click()
  await expect(finding('Loopback')).toContainText('Works')
  await expect(finding('neurocad:// link')).toContainText('Works')
  await expect(finding('Neurocad Passport')).toContainText('By loopback address')

  await demo.api.call('/settings', 'PATCH', 'owner', { callbackBy: 'deep_link' })
  await page.getByRole('button', { name: 'Test again' }).click()
  await expect(finding('Neurocad Passport')).toContainText('By link')
  await expect(finding('Slack')).toContainText('By loopback address')
})
