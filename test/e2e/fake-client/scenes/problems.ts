import type { Page } from '@playwright/test'
import { connectionId } from '../../../fakes/client-data'
import { connection, press, type Scene } from '../scene'

const failing = (address: string, ...what: string[]) => `${address}${what.map((one) => `&failing=${one}`).join('')}`
const alert = '[role=alert]'

/** What goes wrong on a page is said where it happened. */
export const problems: readonly Scene[] = [
  { name: 'connection that cannot be read', address: failing(connection(0), 'connection.get:INTERNAL'), shows: alert },
  {
    name: 'directory that cannot be read',
    address: failing('/connect?connections=3', 'directory.list:VAULT_DAMAGED'),
    shows: alert,
  },
  { name: 'list that cannot be read', address: failing('/connections?connections=3', 'connection.list:INTERNAL'), shows: alert },
  {
    name: 'test that could not be made',
    address: failing(connection(0), 'connection.test:PROVIDER_TIMEOUT'),
    act: press('t'),
    shows: alert,
  },
  {
    name: 'reconnect that could not be started',
    address: failing(connection(2), 'authorization.reconnect:PROVIDER_APP_MISSING'),
    act: press('r'),
    shows: alert,
  },
  {
    name: 'page while nothing answers',
    address: failing(connection(0), 'connection.test:ENGINE_GONE'),
    act: press('t'),
    shows: alert,
  },
  {
    name: 'notice of a connection that broke',
    address: '/connect?connections=12&types=all',
    act: (page) => breaks(page, 0),
    shows: 'ol > li',
  },
]

async function breaks(page: Page, nth: number): Promise<void> {
  await page.evaluate(async (id) => {
    const { call, emit } = window.fakeLink
    // The fake answers with what the contract says; the link itself does not know which procedure that was.
    const found = (await call(['connection', 'get'], { id }, { context: {} })) as { version: number; statusMessage: string }
    const changed = { status: 'needs_reauth', statusReason: 'tokens_revoked', statusAt: new Date().toISOString() }
    emit({ kind: 'connection', connection: { ...found, ...changed, version: found.version + 1 } as never })
  }, connectionId(nth))
}
