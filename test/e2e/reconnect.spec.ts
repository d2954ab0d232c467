import { expect, test } from './fixtures'
import { approve, connectSlack, credentialId, openConsent, openFirstConnection } from './steps'

test('reconnecting keeps the id', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  const id = await openFirstConnection(page)
  await approve(await openConsent(page, 'Reconnect'))
  await expect(page.getByText('Its id is the same, so recipes keep working.').first()).toBeVisible()
  expect(await credentialId(page)).toBe(id)
  await expect(page.getByText('Reconnected and ready to use')).toBeVisible()
})
