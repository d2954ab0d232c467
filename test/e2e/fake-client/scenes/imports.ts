import type { Page } from '@playwright/test'
import { clickIcon, inDialog, type Scene } from '../scene'

/** What is in the file the fake client does not look at. */
const choose = (page: Page) =>
  page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from('name,key\n') })

const chosen = (more: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await choose(page)
  await page.locator('[role=row]').first().waitFor()
  await more(page)
}

/** A file of another program, from its choice to its undoing. */
export const imports: readonly Scene[] = [
  { name: 'import', address: '/import', shows: 'main .lucide-file-up' },
  {
    name: 'import of a file that cannot be read',
    address: '/import?failing=import.upload:IMPORT_UNREADABLE',
    act: choose,
    shows: 'main [role=alert]',
  },
  { name: 'import of a protected file', address: '/import?sealed=true', act: choose, shows: 'main input[type=password]' },
  { name: 'import, previewed', address: '/import', act: choose, shows: '[role=row]' },
  { name: 'import of ten thousand entries', address: '/import?entries=10000', act: choose, shows: '[role=row]' },
  { name: 'import, one entry changed', address: '/import', act: chosen(clickIcon('pencil')), shows: inDialog },
  {
    name: 'import that was done',
    address: '/import',
    act: chosen((page) => page.locator('main .sticky button').first().click()),
    shows: 'main [role=status] button',
  },
]
