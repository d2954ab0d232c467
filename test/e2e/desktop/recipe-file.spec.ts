import { symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from '../fixtures'
import { desktopOf } from './fixtures'

const recipe = JSON.stringify({
  format: 1,
  name: 'Opened from the desktop',
  nodes: [{ id: 'start', kind: 'manual.trigger', name: 'Start', params: {} }],
  edges: [],
})

test('a recipe that is opened waits for its person’s yes, in a new start, a locked vault and a running program', async ({
  driver,
  data,
}) => {
  const file = join(dirname(data), 'Bugs from Slack.neurocad-recipe')
  await writeFile(file, recipe)
  // A demo's vault is open when it is made, and locked at every later start.
  const first = await driver.start(data)
  const { facts } = first
  await first.stop()

  const program = desktopOf(await driver.start(data, { link: file }))
  const { computer } = program
  try {
    const page = await program.openedWindow()
    const dialog = page.getByRole('dialog', { name: 'Import a recipe' })
    const text = dialog.getByLabel('Or paste it')

    await test.step('it is there once the vault is open, and imported when the person says so', async () => {
      await page.getByLabel('Password', { exact: true }).fill(facts.vaultPassword)
      await page.keyboard.press('Enter')
      await expect(text).toHaveValue(recipe)
      await expect(page).toHaveURL(/\/recipes$/)
      await dialog.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Opened from the desktop' })).toBeVisible()
    })

    await test.step('the running program shows the next one, however the system delivers it', async () => {
      await writeFile(file, recipe.replace('Opened', 'Once more'))
      await computer.openFile(file)
      await expect(text).toHaveValue(/Once more/)
      await writeFile(file, recipe.replace('Opened', 'Again'))
      await computer.startAgain('--', file)
      await expect(text).toHaveValue(/Again/)
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toHaveCount(0)
      // Only what was said yes to is there.
      await expect(page.getByRole('option')).toHaveText([/Opened from the desktop/])
    })

    await test.step('what is no recipe’s file says so, and shows nothing of itself', async () => {
      const link = join(dirname(data), 'link.neurocad-recipe')
      await symlink(file, link)
      await computer.startAgain('--', link)
      await expect.poll(() => computer.messages()).toEqual(['This file cannot be opened as a recipe'])
      await expect(dialog).toHaveCount(0)
    })
  } finally {
    await program.stop()
  }
})
