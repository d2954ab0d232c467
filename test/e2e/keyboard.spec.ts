import { expect, testOnOneDemo } from './fixtures'
import { slackSays, workspaces } from './slack-says'
import { connect } from './steps'

const test = testOnOneDemo()
// One history: what the first test connects, the others find.
test.describe.configure({ mode: 'serial' })

test('everything is reached without a mouse', async ({ page, demo }) => {
  await connect(page, demo, 'slackApi')
  await demo.open(page, '/connect')
  await expect(page.locator('[data-card]').first()).toBeVisible()

  await page.keyboard.press('j')
  await expect(page.locator('[data-card]').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(1)

  await page.keyboard.press('j')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible()

  await page.keyboard.press('t')
  await expect(page.getByText(/this connection works/)).toBeVisible()

  const consent = demo.nextTab(page)
  await page.keyboard.press('r')
  await (await consent).close()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()

  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/connect\/provider\/slackApi$/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/connect$/)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('#page')).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('lark')
  await expect(page.getByRole('option').first()).toContainText('Larkspur')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/connect\/cred_/)
})

test('Ctrl+K jumps to a connection from anywhere and gives the focus back', async ({ page, demo }) => {
  await demo.open(page, '/settings')
  await page.getByRole('radio', { name: 'Dark' }).focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Search and jump' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('lark')
  await expect(page.getByRole('option', { name: /^Larkspur/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/connect\/cred_/)
})

test('what needs attention is reached, walked, reconnected and left without a mouse', async ({ page, demo }) => {
  await connect(page, demo, 'slackApi', 'Foxglove')
  for (const teamId of Object.values(workspaces)) expect(await slackSays(demo, 'tokens_revoked', teamId)).toBe(200)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  // At once: Enter is for all that was typed, not for what was found for its first letters.
  await page.keyboard.type('needs att')
  await page.keyboard.press('Enter')
  const rows = page.getByRole('grid', { name: 'Connections that need attention' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  const active = page.getByRole('row', { selected: true })
  for (const [key, name] of [
    ['j', 'Foxglove Labs'],
    ['j', 'Larkspur Devices'],
    ['k', 'Foxglove Labs'],
    ['j', 'Larkspur Devices'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(active).toContainText(name)
  }

  const opened = demo.nextTab(page)
  await page.keyboard.press('r')
  const consent = await opened
  await consent.getByRole('button').first().waitFor()
  await consent.keyboard.press('Tab')
  await consent.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Foxglove Labs')
  await consent.close()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/connect$/)
})
