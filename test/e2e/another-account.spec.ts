import type { Page } from '@playwright/test'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'
import { approve, connect, openConsent } from './steps'

const test = testOnOneDemo()

interface Provider {
  type: string
  /** What the connection is made for, and another account that is approved later. `choice` is a button of the consent page. */
  first: { label: string; choice: string }
  other: { label: string; choice: string }
}

const providers: Provider[] = [
  {
    type: 'slackApi',
    first: { label: 'Larkspur Devices', choice: 'Allow in Larkspur Devices' },
    other: { label: 'Foxglove Labs', choice: 'Allow in Foxglove Labs' },
  },
  {
    type: 'githubApi',
    first: { label: 'ada-lindqvist', choice: 'Install on ada-lindqvist: all' },
    other: { label: 'larkspur-devices', choice: 'Install on larkspur-devices: all' },
  },
]

for (const { type, first, other } of providers) {
  // One history: of a connection that another account is approved for.
  test.describe
    .serial(type, () => {
      let id = ''
      const connectionNow = (demo: Program) => demo.api.call<Record<string, unknown>>(`/connect/connections/${id}`)
      const reconnectAs = async (page: Page, demo: Program, choice: string) => {
        await demo.open(page, `/connect/${id}`)
        await approve(await openConsent(page, demo, 'Reconnect'), choice)
      }

      test('a reconnect that comes back from another account changes nothing before the person chooses', async ({
        page,
        demo,
      }) => {
        id = await connect(page, demo, type, first.choice)
        const before = await connectionNow(demo)
        await reconnectAs(page, demo, other.choice)
        const dialog = page.getByRole('alertdialog')
        await expect(dialog).toContainText(`You approved ${other.label}, not ${first.label}`)
        expect(await connectionNow(demo)).toEqual(before)
        await dialog.getByRole('button', { name: 'Discard this approval' }).click()
        await expect(dialog).toBeHidden()
        expect(await connectionNow(demo)).toEqual(before)
      })

      test('“switch” lets the other account take over under the same id', async ({ page, demo }) => {
        await reconnectAs(page, demo, other.choice)
        await page.getByRole('button', { name: 'Switch this connection to that account' }).click()
        await expect(page.getByRole('alertdialog')).toBeHidden()
        await expect(page.getByText('Its id is the same, so recipes keep working.').first()).toBeVisible()
        await expect(page.getByRole('definition').filter({ hasText: other.label }).first()).toBeVisible()
        expect(await connectionNow(demo)).toMatchObject({ status: 'active', account: { label: other.label } })
      })

      test('“keep it as a new connection” makes one of its own, and leaves the other as it is', async ({ page, demo }) => {
        const before = await connectionNow(demo)
        await reconnectAs(page, demo, first.choice)
        await page.getByRole('button', { name: 'Keep it as a new connection' }).click()
        await expect(page).toHaveURL(new RegExp(`/connect/provider/${type}\\?added=cred_`))
        await expect(page.getByRole('option')).toHaveCount(2)
        await expect(page.locator(`[data-connection="${id}"]`)).toContainText(other.label)
        expect(await connectionNow(demo)).toEqual(before)
      })

      test('adding an account that is connected offers the connection there is, and that keeps its id', async ({
        page,
        demo,
      }) => {
        await demo.open(page, `/connect/provider/${type}`)
        await approve(await openConsent(page, demo, 'Add connection'), other.choice)
        const dialog = page.getByRole('alertdialog')
        await expect(dialog).toContainText(`${other.label} is connected already`)
        await dialog.getByRole('button', { name: 'Reconnect the existing one' }).click()
        await expect(dialog).toBeHidden()
        await expect(page.getByRole('option')).toHaveCount(2)
        expect(await connectionNow(demo)).toMatchObject({ status: 'active', statusReason: 'reconnected' })
      })
    })
}
