import { expect, test } from './fixtures'
import { connect } from './steps'

test('the palette finds a connection by its account, a type by its name, and an action by its words', async ({ page, demo }) => {
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
