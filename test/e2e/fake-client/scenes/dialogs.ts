import { clickIcon, connection, inDialog, press, type Scene, special } from '../scene'

const menu = '[role=menu]'

export const dialogs: readonly Scene[] = [
  {
    name: 'palette',
    address: '/connect?connections=12&types=all',
    act: press('Control+k'),
    // What is there while its code is loaded is a dialog, too, with a plain field.
    shows: '[role=dialog] [role=combobox]',
  },
  {
    name: 'palette that found something',
    address: '/connect?connections=12&types=all',
    async act(page) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('acme')
    },
    shows: '[role=option][data-value*=cred_]',
  },
  { name: 'shortcut sheet', address: '/connect?connections=3', act: press('?'), shows: inDialog },
  { name: 'remove dialog', address: connection(0), act: clickIcon('trash-2'), shows: inDialog },
  { name: 'entering fields', address: special(5), act: press('r'), shows: inDialog },
  {
    name: 'menu of a filter',
    address: '/connections?connections=12&types=all',
    act: (page) => page.locator('fieldset button').first().click(),
    shows: menu,
  },
  {
    name: 'account menu',
    address: '/connect?session=kept',
    act: (page) => page.locator('nav button[aria-haspopup=menu]').click(),
    shows: menu,
  },
]
