import { expect, test } from './fixtures'
import { ServeProcess } from './serve-process'
import { connectSlack, credentialId, openFirstConnection, slackCard } from './steps'

test('after kill -9 and unlocking, the connection is there under its id', async ({ page, data, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  const before = await openFirstConnection(page)
  await demo.crash()
  await expect(page.getByText('Neurocad Connect is not answering')).toBeVisible()

  const again = await ServeProcess.start(data, '--demo')
  try {
    await page.goto(again.ready.openUrl)
    await page.getByLabel('Password', { exact: true }).fill(demo.ready.demo?.vaultPassword ?? '')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect(slackCard(page)).toContainText('1 connection')
    await slackCard(page).click()
    await openFirstConnection(page)
    expect(await credentialId(page)).toBe(before)
  } finally {
    await again.stop()
  }
})
