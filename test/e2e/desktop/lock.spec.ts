import type { Page } from '@playwright/test'
import type { Program } from '../drivers/driver'
import { expect, testOnOneDemo } from '../fixtures'
import { workspaces } from '../slack-says'
import { connect, unlock } from '../steps'
import { desktopOf } from './fixtures'
import { foundInHeap } from './heap'

const test = testOnOneDemo()
// One history: of a connection that is locked away again and again.
test.describe.configure({ mode: 'serial' })
let id = ''
const account = 'Larkspur Devices'
const team = workspaces.larkspur
/** Asked without its name or id, which the question would leave in the window's memory. */
const seen = (page: Page) => expect(page.getByRole('option')).toHaveCount(1)

test.beforeEach(async ({ page, demo }) => {
  if (id === '') id = await connect(page, demo, 'slackApi', 'Larkspur')
  // An address without the id: it stays through a lock, so that unlocking leads back to where one was.
  await demo.open(page, '/connect/provider/slackApi')
  await seen(page)
})

test('“Lock” in the tray locks: every call is refused, and nothing of a connection is left in the window', async ({
  page,
  demo,
}) => {
  expect(await foundInHeap(page, [id, account, team]), 'the search finds what is there').toEqual([id, account, team])
  await desktopOf(demo).computer.clickTray('Lock')
  await expect(locked(page)).toBeVisible()
  await lockedAway(page, demo)
  await expect.poll(() => foundInHeap(page, [id, account, team])).toEqual([])
  await unlock(page, demo)
  await seen(page)
})

test('a computer that nobody touched for a minute locks the vault', async ({ page, demo }) => {
  test.slow()
  const { computer } = desktopOf(demo)
  await demo.api.call('/settings', 'PATCH', 'owner', { autoLockMinutes: 1 })
  // From now on nobody is there, and a minute, the shortest there is, has to pass.
  await computer.setIdle(3600)
  await expect(locked(page)).toBeVisible({ timeout: 90_000 })
  await lockedAway(page, demo)
  await computer.setIdle(0)
  await unlock(page, demo)
  await seen(page)
})

test('a computer that goes to sleep locks the vault', async ({ page, demo }) => {
  await desktopOf(demo).computer.power('suspend')
  await expect(locked(page)).toBeVisible()
  await lockedAway(page, demo)
  await desktopOf(demo).computer.power('resume')
  await unlock(page, demo)
  await seen(page)
})

const locked = (page: Page) => page.getByRole('heading', { name: 'Unlock your vault' })

/** The window shows nothing of a connection; scripts are told that the vault is locked, whatever they ask. */
async function lockedAway(page: Page, demo: Program): Promise<void> {
  const content = await page.content()
  for (const shown of [id, account]) expect(content).not.toContain(shown)
  for (const [path, method] of [
    ['/connect/directory', 'GET'],
    ['/connect/connections', 'GET'],
    [`/connect/connections/${id}`, 'GET'],
    [`/connect/connections/${id}/history`, 'GET'],
    [`/connect/connections/${id}/test`, 'POST'],
    [`/connect/connections/${id}`, 'DELETE'],
    ['/connect/types/slackApi/authorizations', 'POST'],
    ['/settings', 'GET'],
    ['/vault/slots', 'GET'],
    ['/vault/health', 'GET'],
  ] as const)
    expect(await demo.api.ask(path, method), `${method} ${path}`).toMatchObject({ status: 423, body: { code: 'VAULT_LOCKED' } })
}
