import { expect, test } from '../fixtures'
import { approve, openConsent } from '../steps'

test('the tab that comes back from the consent is signed in and shows the new connection', async ({ page, demo }) => {
  await demo.open(page, '/connect/provider/slackApi')
  const consent = await openConsent(page, demo, 'Add connection')
  await approve(consent)
  await expect(consent).toHaveURL(/\/connect\/provider\/slackApi/)
  await expect(consent.getByRole('option')).toHaveCount(1)
})
