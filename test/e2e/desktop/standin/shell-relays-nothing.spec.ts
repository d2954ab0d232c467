import { expect, test } from '@playwright/test'
import { launchDesktop } from '../../../electron/harness/launch-desktop'
import { temporaryData } from '../../temporary-data'

/** The stand-in keeps what the shell sends and receives, which Electron itself does not. */
test('connecting, listing and searching pass the shell by: it carries one port each way and reads none', async () => {
  const { data, remove } = await temporaryData()
  const desktop = await launchDesktop({ args: ['--demo', '--data', data] })
  try {
    const page = await desktop.firstWindow()
    await page.locator('[data-card=slackApi]').click()
    const add = page.getByRole('main').getByRole('button', { name: 'Add connection' }).first()
    const consent = await desktop.systemBrowser.nextPage(() => add.click())
    await consent.getByRole('button', { name: 'Allow in Larkspur Devices' }).first().click()
    await expect(page).toHaveURL(/\?added=cred_/)
    const id = new URL(page.url()).searchParams.get('added') ?? ''
    await expect(page.getByRole('option').filter({ hasText: 'Larkspur Devices' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('Larkspur')
    await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: 'Larkspur Devices' }).first()).toBeVisible()

    const passed = await desktop.control('passed')
    const ports = passed.filter((one) => one.ports > 0)
    expect(ports.map(({ way }) => way)).toEqual(['page-to-shell', 'shell-to-engine'])
    const said = JSON.stringify(passed)
    expect(said).toContain('"kind":"state"')
    for (const secret of [id, 'cred_', 'Larkspur', 'larkspur', 'xox']) expect(said).not.toContain(secret)
    expect(await desktop.control('portsRead')).toEqual([])
  } finally {
    await desktop.close()
    await remove()
  }
})
