import { expect, test } from './harness-test'

test('a connection is made, renamed, tested, found, removed and locked away without a mouse', async ({ page, harness }) => {
  await page.goto(`${harness.origin}/connect?connections=12&types=all`)
  await expect(page.locator('[data-card]').first()).toBeVisible()
  const { keyboard } = page

  await keyboard.press('Control+k')
  await keyboard.type('add api key')
  await expect(page.getByRole('option', { name: /^API key/, selected: true })).toBeVisible()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Add API key', selected: true })).toBeVisible()
  await keyboard.press('Enter')
  const form = page.getByRole('alertdialog')
  await expect(form.getByRole('textbox').first()).toBeFocused()
  for (const field of ['Key', 'Origins']) {
    const box = form.getByRole('textbox', { name: field, exact: true })
    while (!(await box.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab')
    await keyboard.type('https://api.tools.example')
  }
  await keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(page.getByRole('option', { name: /api\.tools\.example/ })).toBeVisible()

  await keyboard.press('Control+k')
  await keyboard.type('https')
  await expect(page.getByRole('option', { name: /^https:\/\/api\.tools/, selected: true })).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('https://api.tools.example')

  await reach('Rename')
  await keyboard.type('Tools')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tools')
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused()

  await keyboard.press('t')
  await expect(page.getByText(/this connection works/)).toBeVisible()

  await reach('Remove')
  await expect(page.getByRole('alertdialog', { name: 'Remove Tools?' })).toBeVisible()
  await reach('Remove connection')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await expect(page.getByText('Removed here. Add or pick a different connection; Reconnect brings this one back.')).toBeVisible()

  await keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await reach('Status')
  // What is typed before the menu has the focus is heard by nobody.
  const chosen = page.locator('[role^=menuitem]:focus')
  await expect(chosen).toBeVisible()
  await keyboard.type('removed')
  await expect(chosen).toHaveText(/Removed/)
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/connections\?status=revoked$/)
  await expect(page.getByRole('option')).toHaveText([/Tools/])

  await keyboard.press('Control+l')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()

  /** Walks to a button, and presses it. */
  async function reach(name: string): Promise<void> {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toBeVisible()
    while (!(await button.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab')
    await keyboard.press('Enter')
  }
})
