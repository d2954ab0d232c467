import { expect, test } from './fixtures'
import { connect, credentialId, openFirstConnection, slackCard, unlock } from './steps'

test('after kill -9 and unlocking, the connection is there under its id', async ({ page, context, demo }) => {
  await connect(page, demo, 'slackApi')
  const before = await openFirstConnection(page)
  await demo.crash()
  // A browser waits for somebody to start `serve` again; a desktop has started its engine by itself.
  await expect(page.getByText(/Neurocad Connect is not answering|The engine stopped/).first()).toBeVisible()

  const again = await demo.recover()
  try {
    const window = await again.window(context)
    await unlock(window, demo)
    await expect(slackCard(window)).toContainText('1 connection')
    await slackCard(window).click()
    await openFirstConnection(window)
    expect(await credentialId(window)).toBe(before)
  } finally {
    await again.stop()
  }
})
