import { connection } from './scene'
import { expect, test } from './stage'

test('an engine that ended leaves no name of a connection in the title of the window', async ({ show }) => {
  const page = await show({ name: 'a connection', address: `${connection(0)}&host=desktop` })
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  expect(name).not.toBe('')
  await expect(page).toHaveTitle(new RegExp(`^(?:\\(\\d+\\) )?${name} · `))
  await page.evaluate(() => {
    window.fakeLink.hold()
    window.fakeHost.endEngine()
  })
  await expect(page.locator('main [role=status]')).toBeVisible()
  await expect(page).toHaveTitle('Neurocad Connect')
})
