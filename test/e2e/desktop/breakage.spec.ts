import { attentionRow } from '../attention-watch'
import { expect, test } from '../fixtures'
import { slackSays } from '../slack-says'
import { connect } from '../steps'
import { desktopOf } from './fixtures'

test('a connection that breaks while nobody looks is told by the system, counted in the tray, and opened from there', async ({
  page,
  demo,
}) => {
  const { computer, nativeWindow } = desktopOf(demo)
  const id = await connect(page, demo, 'slackApi')
  await demo.open(page, '/settings')
  expect(await computer.tray()).toMatchObject({ tooltip: 'Neurocad Connect: Unlocked' })
  expect(await computer.badge()).toBe(0)
  await nativeWindow.minimize()
  await nativeWindow.blur()

  expect(await slackSays(demo, 'tokens_revoked')).toBe(200)
  await expect.poll(() => computer.tray()).toMatchObject({ tooltip: 'Neurocad Connect: 1 connection needs attention' })
  await expect.poll(() => computer.badge()).toBe(1)
  await expect.poll(() => computer.notifications()).toHaveLength(1)
  const [told] = await computer.notifications()
  expect(told?.title).toContain('Larkspur Devices')

  await computer.clickNotification(told?.title ?? '')
  await expect(page).toHaveURL(new RegExp(`/connect/${id}$`))
  await expect.poll(() => nativeWindow.look()).toMatchObject({ minimized: false, visible: true })
  await page.getByRole('link', { name: 'Needs attention 1' }).click()
  await expect(attentionRow(page, id)).toBeVisible()
})
