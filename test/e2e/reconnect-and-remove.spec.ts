import { expect, testOnOneDemo } from './fixtures'
import { approve, connect, credentialId, openConsent, slackCard } from './steps'

const test = testOnOneDemo()

test('removing asks in the words of the product, and leaves "Reconnect required"', async ({ page, demo }) => {
  const id = await connect(page, demo, 'slackApi', 'Larkspur')
  await demo.open(page, `/connect/${id}`)
  const remove = page.getByRole('button', { name: 'Remove', exact: true })
  await remove.click()

  const dialog = page.getByRole('alertdialog')
  await expect(
    dialog.getByText('Any recipe node still referencing this credential will fail to run until you reconfigure it.', {
      exact: true,
    }),
  ).toBeVisible()
  await test.step('the focus stays in the dialog and goes back where it came from', async () => {
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press('Tab')
      await expect(dialog.locator(':focus')).toHaveCount(1)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(remove).toBeFocused()
  })

  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Remove connection' }).click()
  await expect(page.getByRole('status').getByText('Removed', { exact: true })).toBeVisible()
  await expect(remove).toBeHidden()
  await demo.open(page, '/connect')
  await expect(slackCard(page)).toContainText('Reconnect required')

  await test.step('reconnecting brings it back under its id', async () => {
    await demo.open(page, `/connect/${id}`)
    await approve(await openConsent(page, demo, 'Reconnect'), 'Larkspur')
    await expect(page.getByText('Active', { exact: true })).toBeVisible()
    expect(await credentialId(page)).toBe(id)
  })
})

test('reconnecting keeps the id', async ({ page, demo }) => {
  const id = await connect(page, demo, 'slackApi', 'Foxglove')
  await demo.open(page, `/connect/${id}`)
  await approve(await openConsent(page, demo, 'Reconnect'), 'Foxglove')
  await expect(page.getByText('Its id is the same, so recipes keep working.').first()).toBeVisible()
  expect(await credentialId(page)).toBe(id)
  await expect(page.getByText('Reconnected and ready to use')).toBeVisible()
})
