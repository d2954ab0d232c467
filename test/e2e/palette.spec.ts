import { expect, test } from './fixtures'
import { connect, connectSlack, openFirstConnection, signIn } from './steps'

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
  await page.goto(demo.ready.openUrl)
  await connectSlack(page)
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

test('the palette finds a connection by its account, a type by its name, and an action by its words', async ({ page, demo }) => {
  await signIn(page, demo)
  const id = await connect(page, demo, 'slackApi')
  const choose = async (typed: string, option: RegExp) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed)
    await expect(page.getByRole('option', { name: option })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await choose('larkspur', /^Larkspur Devices/)
  await expect(page).toHaveURL(new RegExp(`/connect/${id}$`))
  await choose('github', /^GitHub/)
  await expect(page.getByRole('heading', { name: 'GitHub', exact: true })).toBeVisible()
  await choose('lock the', /^Lock the vault/)
  await expect(page.getByRole('heading', { name: 'Unlock your vault' })).toBeVisible()
})
