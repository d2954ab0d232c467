import { expect, test } from './fixtures'
import { connect, slackCard, unlock } from './steps'

/** What every way of running the program must do: a mistake in how its processes are wired turns this red. */
test('a connection is made, seen, locked away, seen again after a reload, and nothing leads the window elsewhere', async ({
  page,
  demo,
}) => {
  const id = await connect(page, demo, 'slackApi')
  await demo.open(page, '/connect')
  await expect(slackCard(page)).toContainText('1 connection')

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  // What was shown goes before the engine has answered that it is locked.
  await expect
    .poll(() => demo.api.ask(`/connect/connections/${id}`))
    .toMatchObject({ status: 423, body: { code: 'VAULT_LOCKED' } })
  await unlock(page, demo)
  await expect(slackCard(page)).toContainText('1 connection')

  await page.reload()
  await expect(slackCard(page)).toContainText('1 connection')

  const here = page.url()
  const opened = demo.nextTab(page)
  await page.evaluate((address) => {
    const link = document.createElement('a')
    link.href = address
    link.target = '_blank'
    document.body.append(link)
    link.click()
  }, demo.facts.passport)
  await (await opened).close()
  expect(page.url()).toBe(here)
})
