import { readFile } from 'node:fs/promises'
import { verify } from '../audit/independent-verifier.mjs'
import { expect, test } from './fixtures'
import { connect } from './steps'

test('what was done is shown, narrowed, verified, and exported so that it can be checked elsewhere', async ({
  page,
  demo,
  driver,
}) => {
  const id = await connect(page, demo, 'slackApi')
  await demo.open(page, `/connect/${id}`)
  await page.getByRole('link', { name: 'See in Activity' }).click()
  const events = page.getByRole('listbox', { name: 'Events' }).getByRole('option')
  await expect(events).toHaveCount(1)
  await expect(events.first()).toContainText('connection.added')
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(events.filter({ hasText: 'vault.created' })).toBeVisible()

  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Apps' })
  await expect(events.filter({ hasText: 'vault.created' })).toHaveCount(0)
  await expect(events.filter({ hasText: 'provider_app.set' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Clear Apps' }).click()

  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  const proof = page.getByRole('status').filter({ hasText: 'Fingerprint' })
  await expect(proof).toContainText('unchanged, and in their order')
  const fingerprint = await proof.locator('code').textContent()

  // In the desktop it goes to the clipboard, which a page without a person may not read.
  if (driver.name !== 'serve') return
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'JSON Lines' }).click()
  const file = await (await download).path()
  expect(verify(await readFile(file))).toMatchObject({ chain: fingerprint, missing: 0 })
})
