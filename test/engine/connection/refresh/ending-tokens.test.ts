import { expect, test } from 'vitest'
import { deferred } from '../../../fakes/deferred'
import { ada, type PlantedSession, plantedSession } from './planted-session'
import { bare, rotated, tokens } from './token-network'

const minute = 60_000
const one = [{ token: 'r' }]

/** Authorizes the first connection anew, as its server would send the person back. */
async function reconnect({ session, ids, settle, clock }: PlantedSession): Promise<void> {
  const { useCases } = session
  clock.advance(1)
  const { authorizationUrl } = await useCases.authorization.reconnect(ada, { id: ids[0] as never })
  const state = new URL(authorizationUrl).searchParams.get('state') ?? ''
  const query = new URLSearchParams({ state, code: 'c' }).toString()
  const { authorizationId, status } = await useCases.callback.complete(ada, { type: 'genericOAuth2', query })
  // What was planted has no account of its server's own making.
  if (status === 'account_mismatch') await useCases.authorization.resolve(ada, { id: authorizationId, choice: 'switch' })
  await settle()
}

test('a removal waits for the refresh under way, and ends the tokens that it brought', async () => {
  const { session, ids, network, settle } = await plantedSession(one, { after: 59.5 * minute })
  const go = deferred()
  network.answer = async (request) => {
    if (request.path === '/token') await go.promise
    return rotated(request)
  }
  await settle()
  const removing = session.useCases.connection.remove(ada, { id: ids[0] as never })
  await settle()
  go.resolve()
  expect(await removing).toMatchObject({ status: 'revoked' })
  expect(network.asked.map(({ path, token }) => `${path} ${token}`)).toEqual(['/token r', '/revoke r+'])
})

test('no refresh begins while the tokens are being ended, and whoever needed one is told what became of them', async () => {
  const { session, ids, network, settle, use, clock } = await plantedSession(one, { after: 30 * minute })
  const go = deferred()
  network.answer = async (request) => {
    if (request.path === '/revoke') await go.promise
    return rotated(request)
  }
  const removing = session.useCases.connection.remove(ada, { id: ids[0] as never })
  await settle()
  clock.advance(31 * minute)
  const using = use()
  using.catch(() => undefined)
  await settle()
  go.resolve()
  await removing
  await expect(using).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  expect(network.asked.map(({ path, token }) => `${path} ${token}`)).toEqual(['/revoke r'])
})

test('tokens of a reconnect are not overwritten by a refresh of those before it', async () => {
  const running = await plantedSession(one, { after: 59.5 * minute })
  const { network, settle, use, view } = running
  const go = deferred()
  network.answer = async (request) => {
    if (request.token !== 'r') return tokens({ access_token: 'new', refresh_token: 'n' })
    await go.promise
    return rotated(request)
  }
  await settle()
  await reconnect(running)
  go.resolve()
  await settle()
  expect(await use()).toBe('Bearer new')
  expect(await view()).toMatchObject({ status: 'active', statusReason: 'reconnected', lastRefreshAt: null })
  await running.restart()
  expect(await running.use()).toBe('Bearer new')
})

test('a refusal of the tokens before a reconnect says nothing about those after it', async () => {
  const running = await plantedSession(one, { after: 59.5 * minute })
  const { network, settle, use, view } = running
  const go = deferred()
  network.answer = async (request) => {
    if (request.token !== 'r') return tokens({ access_token: 'new', refresh_token: 'n' })
    await go.promise
    return Response.json({ error: 'invalid_grant' }, { status: 400 })
  }
  await settle()
  await reconnect(running)
  go.resolve()
  await settle()
  expect(await view()).toMatchObject({ status: 'active', distressed: false })
  expect(await use()).toBe('Bearer new')
})

test('what the provider asked of the tokens before a reconnect does not hold up those after it', async () => {
  const running = await plantedSession(one, { after: 59.5 * minute, random: () => 0.99 })
  const { network, pass, use } = running
  network.answer = () => bare(503)
  await pass(20 * minute)
  network.answer = (request) =>
    request.token === '' ? tokens({ access_token: 'new', refresh_token: 'n', expires_in: 1 }) : rotated(request)
  await reconnect(running)
  running.clock.advance(1000)
  expect(await use()).toBe('Bearer access of n+')
})
