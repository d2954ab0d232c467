import { expect, test } from './fixtures'
import { connectSlack } from './steps'

test('everything is reached without a mouse', async ({ page, demo }) => {
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  await page.goto(`${demo.ready.url}connect`)
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

  const consent = page.context().waitForEvent('page')
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
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
  await page.goto(`${demo.ready.url}settings`)
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
