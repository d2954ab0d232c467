import { readFile, stat } from 'node:fs/promises'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { VaultHealth } from '../../src-shared/contract/vault'
import { expect, testOnOneDemo } from './fixtures'

const test = testOnOneDemo()
// One history: what is exported is removed, purged and imported again.
test.describe.configure({ mode: 'serial' })

const key = 'k-canary-of-the-export-0123456789'
const filePassword = 'nine copper kettles'
let path = ''
let id = ''

test('keys are rotated from the settings, and the old version is gone when it is done', async ({ page, demo }) => {
  const fields = { key, placement: 'header', parameter: 'x-api-key', origins: 'https://parts.example' }
  const entered = { name: 'Parts catalogue', fields }
  const added = await demo.api.call<ConnectionView>('/connect/types/genericApiKey/connections', 'POST', 'owner', entered)
  id = added.id
  await demo.open(page, '/settings')
  await page.getByRole('button', { name: 'Rotate keys' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Rotate the keys?' })
  await dialog.getByLabel('Password', { exact: true }).fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/not the password/)
  await dialog.getByLabel('Password', { exact: true }).fill(demo.facts.vaultPassword)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(() => demo.api.call<VaultHealth>('/vault/health')).toMatchObject({ kekVersion: 2, rewrapping: false })
  await expect(page.getByText('Version 2.')).toBeVisible()
})

test('everything is exported to a sealed file of the owner alone', async ({ page, demo }) => {
  await demo.open(page, '/settings')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export connections and secrets' })
  await dialog.getByLabel('Password of this vault', { exact: true }).fill(demo.facts.vaultPassword)
  await dialog.getByLabel('Password for the file', { exact: true }).fill(filePassword)
  await dialog.getByLabel('Password for the file again', { exact: true }).fill(filePassword)
  await page.keyboard.press('Enter')
  const told = page.getByText(/^Written to /)
  await expect(told).toBeVisible()
  path = (await told.textContent())?.replace('Written to ', '') ?? ''
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 4).toString()).toBe('NCXP')
  expect(bytes.includes(key)).toBe(false)
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await page.content()).not.toContain(filePassword)
})

test('a removed connection is purged from its page, and comes back from the export', async ({ page, demo }) => {
  await demo.api.call(`/connect/connections/${id}`, 'DELETE')
  await demo.open(page, `/connect/${id}`)
  await page.getByRole('button', { name: 'Purge', exact: true }).click()
  await page.getByRole('button', { name: 'Purge connection' }).click()
  await expect(page.getByRole('heading', { name: 'All connections' })).toBeVisible()
  await expect(page.getByRole('option', { name: /Parts catalogue/ })).toHaveCount(0)

  await demo.open(page, '/import')
  await page.locator('main input[type=file]').setInputFiles(path)
  await page.getByLabel('Password for the file', { exact: true }).fill(filePassword)
  await page.getByRole('button', { name: 'Look inside' }).click()
  await expect(page.getByText('1 new', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Import 1', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'All connections' })).toBeVisible()
  const { items } = await demo.api.call<{ items: ConnectionView[] }>('/connect/connections?type=genericApiKey&status=active')
  expect(items.map(({ name }) => name)).toEqual(['Parts catalogue'])
})
