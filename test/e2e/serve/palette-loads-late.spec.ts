import { expect, test } from '../fixtures'
import { connect, openFirstConnection } from '../steps'

test('what is typed while the palette is still loading is kept, and is not taken for shortcuts of the page', async ({
  page,
  demo,
}) => {
  const held: (() => void)[] = []
  // The palette's chunk comes only when the test lets it.
  await page.route(/palette-[^/]*\.js$/, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await connect(page, demo, 'slackApi')
  await openFirstConnection(page)
  await page.keyboard.press('Control+k')
  // "t" would test the connection, "r" reconnect it.
  await page.keyboard.type('lark tr')
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('lark tr')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  for (const letGo of held) letGo()
  await expect(page.getByRole('combobox')).toHaveValue('lark tr')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('spur')
  await expect(page.getByRole('combobox')).toHaveValue('larkspur')
  await expect(page.getByRole('option', { name: /^Larkspur Devices/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Not tested yet')).toBeVisible()
})
