import type { Page } from '@playwright/test'
import { inDialog, type Scene } from '../scene'

const settings = '/settings?types=all&host=desktop'

const withPassword = async (page: Page) => {
  await page.locator('main input[name=password]').fill('correct horse')
  await page.keyboard.press('Enter')
}

/** What the settings and their pages lead to. */
export const settingsScenes: readonly Scene[] = [
  {
    name: 'licences',
    address: settings,
    act: (page) => page.locator('#about button').last().click(),
    // The page over a fake client has no list of licences beside it: the dialog says so.
    shows: `:is(${inDialog}) [role=status]`,
  },
  {
    name: 'turning on the keychain',
    address: settings,
    act: (page) => page.locator('#security [role=switch]').last().click(),
    shows: inDialog,
  },
  {
    name: 'changing the password',
    address: `${settings}&recovery=true`,
    act: (page) => page.locator('#security button:not([role])').first().click(),
    shows: 'input[name=current-password]',
  },
  {
    name: 'exporting in the clear',
    address: settings,
    async act(page) {
      await page.locator('#security').getByRole('button', { name: 'Export' }).click()
      await page.getByRole('radio').last().click()
      await page.locator('input[name=current-password]').fill('any')
      await page.keyboard.press('Enter')
    },
    shows: '[role=alertdialog]',
  },
  {
    name: 'rotating keys',
    address: settings,
    act: (page) => page.locator('#security').getByRole('button', { name: 'Rotate keys' }).click(),
    shows: inDialog,
  },
  { name: 'revoking a token', address: settings, act: (page) => page.locator('#api li button').last().click(), shows: inDialog },
  {
    name: 'new token',
    address: settings,
    async act(page) {
      await page.locator('input[name=token-name]').fill('A script')
      await page.keyboard.press('Enter')
    },
    shows: '#api code:text-matches("^nc_")',
  },
  {
    name: 'examined callbacks',
    address: settings,
    act: (page) => page.locator('button:has(.lucide-stethoscope)').click(),
    shows: '#callbacks .lucide-circle-check',
  },
  { name: 'recovery code that is shown', address: '/settings/recovery', act: withPassword, shows: '[data-recovery-code]' },
  {
    name: 'recovery code that was mistyped',
    address: '/settings/recovery',
    async act(page) {
      await withPassword(page)
      await page.locator('[data-recovery-code]').waitFor()
      await page.locator('main button').last().click()
      await page.locator('main input').fill('AAAA')
      await page.keyboard.press('Enter')
    },
    shows: 'input[aria-invalid=true]',
  },
  {
    name: 'restore drill that was done',
    address: '/settings/key-health?recovery=true',
    act: withPassword,
    shows: 'main [role=status] dl, main [role=status] p',
  },
]
