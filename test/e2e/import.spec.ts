import { join } from 'node:path'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { expect, testOnOneDemo } from './fixtures'

const test = testOnOneDemo()

const vector = (name: string) => join(import.meta.dirname, '../vectors/import', name)

test('a KeePass file is imported as it was previewed, and taken back again', async ({ page, demo }) => {
  await demo.open(page, '/connect')
  await page.getByRole('link', { name: 'Import from another program' }).click()
  await page.locator('main input[type=file]').setInputFiles(vector('kdbx4-argon2id-chacha20.kdbx'))
  const password = page.getByLabel('Password of the file', { exact: true })
  await password.fill('open sesame 2')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(password).toHaveAccessibleDescription(/not the password of this file/)
  await password.fill('open sesame 1')
  await page.keyboard.press('Enter')

  const list = page.getByRole('grid', { name: 'Entries of the file' })
  await expect(list.getByRole('row')).toHaveCount(6)
  await expect(list.getByRole('row', { name: /Old one/ })).toContainText('It is in the recycle bin.')
  await page.getByRole('button', { name: 'Change No address' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change this entry' })
  await dialog.getByLabel('May be sent to').fill('https://nowhere.example.com')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(list.getByRole('row', { name: /No address/ })).toContainText('Ready')
  expect(await page.content()).not.toContain('canary-kdbx')

  await page.getByRole('button', { name: 'Import 4 connections' }).click()
  await expect(page.getByText('4 connections added')).toBeVisible()
  const names = async () => {
    const { items } = await demo.api.call<{ items: ConnectionView[] }>('/connect/connections?type=genericApiKey&status=active')
    return items.map(({ name }) => name)
  }
  expect(await names()).toEqual(['No address', 'Parts catalogue', 'Shipping labels', 'Token service'])

  await page.getByRole('button', { name: 'Remove these 4 again' }).click()
  await expect(page.getByText('4 connections removed again', { exact: true })).toBeVisible()
  expect(await names()).toEqual([])
})

test('a table is imported by its columns, without what was unticked by the keyboard', async ({ page, demo }) => {
  await demo.open(page, '/import')
  await page.locator('main input[type=file]').setInputFiles(vector('keepassxc.csv'))
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('3')
  const list = page.getByRole('grid', { name: 'Entries of the file' })
  await expect(list.getByRole('row', { name: /No key/ })).toContainText('It has no key.')
  await expect(page.getByRole('checkbox', { name: 'Import Parts catalogue' })).toBeChecked()
  await list.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await expect(page.getByRole('checkbox', { name: 'Import Parts catalogue' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Import 2 connections' }).click()
  await expect(page.getByText('2 connections added')).toBeVisible()
  const { items } = await demo.api.call<{ items: ConnectionView[] }>('/connect/connections?type=genericApiKey&status=active')
  expect(items.map(({ name }) => name)).toEqual(['=cmd|calc', 'Token, service'])
})
