import type { Page } from '@playwright/test'
import type { AuthorizationView } from '../../../../src-shared/contract/authorization'
import { errorTable } from '../../../../src-shared/contract/error'
import { AuthorizationId } from '../../../../src-shared/domain/identifiers'
import { connectionId } from '../../../fakes/client-data'
import { fakeAuthorizationId } from '../../../fakes/client-providers'
import { connection, inDialog, press, type Scene } from '../scene'

const broken = connection(2)
const { status: _status, recovery, message } = errorTable.AUTHORIZATION_DENIED

/** Starts one, and answers how it went. */
const thenComes = (view: Pick<AuthorizationView, 'status'> & Partial<AuthorizationView>) => async (page: Page) => {
  await page.keyboard.press('r')
  // The button that was pressed has one, too, until the dialog is there.
  const waiting = page.locator(inDialog).locator('.spin')
  await waiting.waitFor()
  const authorization: AuthorizationView = {
    authorizationId: AuthorizationId.parse(fakeAuthorizationId),
    type: 'slackApi',
    expiresAt: new Date().toISOString(),
    ...view,
  }
  await page.evaluate((said) => window.fakeLink.emit({ kind: 'authorization', authorization: said }), authorization)
  await waiting.waitFor({ state: 'detached' })
}

const account = { id: 'T0000001', label: 'northwind-robotics.slack.com' }

export const authorizations: readonly Scene[] = [
  { name: 'waiting for consent', address: broken, act: press('r'), shows: inDialog },
  {
    name: 'waiting for a pasted address',
    address: broken,
    async act(page) {
      await page.keyboard.press('r')
      await page.locator(`${inDialog} >> button:has(.lucide-clipboard-paste)`).click()
    },
    shows: 'input[name=callback-address]',
  },
  {
    name: 'pasted address that was refused',
    address: `${broken}&failing=authorization.paste:PROVIDER_TIMEOUT`,
    async act(page) {
      await page.keyboard.press('r')
      await page.locator(`${inDialog} >> button:has(.lucide-clipboard-paste)`).click()
      await page.locator('input[name=callback-address]').fill('https://127.0.0.1/callback?code=1&state=2')
      await page.keyboard.press('Enter')
    },
    shows: `${inDialog} >> [role=alert]`,
  },
  {
    name: 'authorization that failed',
    address: broken,
    act: thenComes({
      status: 'failed',
      error: { code: 'AUTHORIZATION_DENIED', message, data: { recovery, providerError: 'access_denied' } },
    }),
  },
  { name: 'authorization that took too long', address: broken, act: thenComes({ status: 'expired' }) },
  { name: 'authorization of another account', address: broken, act: thenComes({ status: 'account_mismatch', account }) },
  {
    name: 'authorization of an account that is connected already',
    address: broken,
    act: thenComes({ status: 'account_exists', account, connectionId: connectionId(1) }),
  },
  {
    name: 'walk at its first consent page',
    address: '/attention?connections=45&types=all',
    act: (page) => page.locator('main header button').last().click(),
    shows: inDialog,
  },
  {
    name: 'walk whose consent page cannot be opened',
    address: '/attention?connections=45&types=all&failing=authorization.reconnect:PROVIDER_TIMEOUT',
    act: (page) => page.locator('main header button').last().click(),
    shows: `${inDialog} >> [role=alert]`,
  },
]
