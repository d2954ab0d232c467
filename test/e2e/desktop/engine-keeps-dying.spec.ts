import { expect, test } from '../fixtures'
import { connect, unlock } from '../steps'
import { desktopOf } from './fixtures'

test('an engine that keeps dying is not started for ever: the window says so, starts it when it is told to, and nothing is lost', async ({
  page,
  demo,
}) => {
  const { computer, enginePid } = desktopOf(demo)
  const id = await connect(page, demo, 'slackApi')
  await demo.open(page, `/connect/${id}`)
  for (let ends = 1; ends < 3; ends++) {
    const before = await enginePid()
    await demo.crash()
    // Between the two there is none.
    await expect.poll(() => enginePid().catch(() => before)).not.toBe(before)
    await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
  }
  await demo.crash()
  await expect(page.getByRole('heading', { name: 'The vault’s process keeps stopping' })).toBeVisible()
  await expect(enginePid()).rejects.toThrow()

  // What a person opens meanwhile is what they find afterwards.
  await computer.startAgain('--', 'neurocad://connect/slackApi')
  await page.getByRole('link', { name: 'Try again' }).click()
  await unlock(page, demo)
  await expect(page.getByRole('heading', { name: 'Slack', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi$/)
  await demo.open(page, `/connect/${id}`)
  await expect(page.getByText(id, { exact: true })).toBeVisible()
})
