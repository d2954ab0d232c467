import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConnectionView } from '../../src-shared/contract/connection'
import type { Program } from './drivers/driver'
import { expect, testOnOneDemo } from './fixtures'

const test = testOnOneDemo()
const movedTo = 'https://eda.moved.example'

for (const type of ['serviceApi', 'neurocadDesktopApi']) {
  test(`what the operator provides says Managed, and offers nothing to do (${type})`, async ({ page }) => {
    const card = page.locator(`[data-card=${type}]`)
    await expect(card).toContainText('Managed')
    await card.click()
    await expect(page).toHaveURL(new RegExp(`/provider/${type}$`))
    const main = page.getByRole('main')
    await expect(main.getByText('Managed', { exact: true })).toHaveCount(1)
    await expect(main.getByText('Active', { exact: true })).toBeVisible()
    await expect(main.getByRole('button', { name: 'Add connection' })).toHaveCount(0)

    await main.getByRole('link', { name: 'Details and history' }).click()
    await expect(page.getByRole('heading', { name: 'Details', exact: true })).toBeVisible()
    await expect(main.getByText('Managed', { exact: true })).toBeVisible()
    for (const action of ['Reconnect', 'Test', 'Remove', 'Diagnose'])
      await expect(main.getByRole('button', { name: action })).toHaveCount(0)
  })
}

test('a host that the operator changed waits for the owner, and a teammate cannot confirm it', async ({ page, demo }) => {
  await demo.open(page, '/connect/provider/serviceApi')
  await expect(page.getByText('EDA service')).toBeVisible()
  await moveEda(demo)

  await expect(page.getByText(movedTo).first()).toBeVisible()
  const hosts = { hosts: [`${movedTo}/`] }
  const confirmation = await demo.api.ask('/connect/types/serviceApi/confirmation', 'POST', 'teammate', hosts)
  expect(confirmation).toMatchObject({ status: 403 })

  await page.getByRole('button', { name: 'Confirm this host' }).click()
  await expect(page.getByText('Neurocad Service may use the new hosts').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm this host' })).toHaveCount(0)
  await expect(page.getByText(`${movedTo}/`)).toBeVisible()
})

/** The operator's file says what the demo provides, but for one host. Its secret is sealed since, and may be left out. */
async function moveEda(demo: Program): Promise<void> {
  const entry = async (type: string) => {
    const { items } = await demo.api.call<{ items: ConnectionView[] }>(`/connect/connections?type=${type}`)
    const [connection] = items
    if (connection === undefined) throw new Error(`The demo provides no ${type}.`)
    return connection
  }
  const service = await entry('serviceApi')
  const { tokenUrl, clientId, mechanicalUrl } = service.details
  const { sessionManagerUrl } = (await entry('neurocadDesktopApi')).details
  const content = {
    format: 1,
    serviceApi: { tokenUrl, clientId, scopes: service.scopes, edaUrl: `${movedTo}/`, mechanicalUrl },
    neurocadDesktopApi: { sessionManagerUrl },
  }
  const file = join(demo.data, 'operator.json')
  await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
