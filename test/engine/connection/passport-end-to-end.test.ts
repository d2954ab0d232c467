import { decodeJwt } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { PassportOptions } from '../../../src-demo/platform'
import { signOutEverywhere } from '../../demo/passport-client'
import { ada } from './engine-fixture'
import { idOf, type PassportEngine, startPassportEngine } from './passport-fixture'

async function start(options?: PassportOptions): Promise<PassportEngine> {
  const running = await startPassportEngine(options)
  onTestFinished(() => running.stop())
  return running
}

/** Nearly the whole life of an identity token. */
const MOST_OF_IT_MS = 14.5 * 60_000

/** Lets requests through, and counts those to a path that ends like this; `answer` replaces what came back. */
function watch(running: PassportEngine, path: string, answer = (response: Response): Response => response) {
  const seen = { count: 0 }
  running.setFetch(async (url, init) => {
    const response = await fetch(url, init)
    if (!new URL(url).pathname.endsWith(path)) return response
    seen.count++
    return answer(response)
  })
  return seen
}

test('a Passport is added, active and private, with the account it was signed in with and no more', async () => {
  const running = await start()
  const id = idOf(await running.add())
  const { actor } = ada
  expect(await running.get(id)).toMatchObject({
    type: 'neurocadUserIdentityApi',
    status: 'active',
    visibility: 'private',
    account: { id: 'user_demo_ada', label: 'ada.lindqvist@larkspur.example' },
    owner: { subject: actor.subject, label: actor.label },
    details: {},
    scopes: ['openid', 'email', 'profile', 'offline_access'],
  })
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'success' })
})

test('what it gives to a request is its identity token, for the platform alone', async () => {
  const running = await start()
  const id = idOf(await running.add())
  const { headers, origins } = await running.resolve(ada.actor, id)
  expect(origins).toEqual([running.demo.urls.platform])
  const claims = decodeJwt(headers.authorization?.replace('Bearer ', '') ?? '')
  expect(claims).toMatchObject({ sub: 'user_demo_ada', iss: running.demo.urls.platform, aud: 'neurocad-platform' })
})

test('within a minute of its end the identity is exchanged anew, and the sign-in is refreshed only when that ends too', async () => {
  const running = await start()
  const id = idOf(await running.add())
  const first = await running.identityOf(id)
  const refreshes = watch(running, '/oauth2/token')
  running.clock.advance(MOST_OF_IT_MS)
  const second = await running.identityOf(id)
  expect(second).not.toBe(first)
  expect(refreshes.count).toBe(0)
  running.clock.advance(46 * 60_000)
  expect(await running.identityOf(id)).not.toBe(second)
  expect(refreshes.count).toBe(1)
  const { lastRefreshAt, status } = await running.get(id)
  expect([lastRefreshAt, status]).toEqual([new Date(running.clock.now()).toISOString(), 'active'])
})

test('an exchange that fails after the sign-in was refreshed loses neither: the new refresh token is the one that is used next', async () => {
  const running = await start({ retryWindowSeconds: 0 })
  const id = idOf(await running.add())
  running.clock.advance(60 * 60_000)
  const exchanges = watch(running, '/identity/exchange', () => new Response('busy', { status: 503 }))
  await expect(running.identityOf(id)).rejects.toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'http_503' } })
  expect(exchanges.count).toBeGreaterThan(0)
  expect(await running.get(id)).toMatchObject({ status: 'active', distressed: true })
  running.clock.advance(60 * 60_000)
  const refreshes = watch(running, '/oauth2/token')
  expect(await running.identityOf(id)).toMatch(/^Bearer /)
  expect(refreshes.count).toBe(1)
  expect(await running.get(id)).toMatchObject({ status: 'active', distressed: false })
})

test.for([
  [60, 'active'],
  [0, 'needs_reauth'],
] as const)('a refresh that loses its answer, at a provider with a window of %s s, ends %s', async ([window, status]) => {
  const running = await start({ retryWindowSeconds: window })
  const id = idOf(await running.add())
  running.clock.advance(60 * 60_000)
  let lost = 0
  running.setFetch(async (url, init) => {
    const response = await fetch(url, init)
    if (!url.endsWith('/oauth2/token') || lost++ > 0) return response
    throw new TypeError('the connection was reset')
  })
  const outcome = running.identityOf(id).catch((error: unknown) => error)
  // The retry is at once, as soon as the clock is looked at.
  await expect
    .poll(() => {
      running.clock.advance(0)
      return lost
    })
    .toBe(2)
  if (status === 'active') expect(await outcome).toMatch(/^Bearer /)
  else expect(await outcome).toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  const reason = status === 'active' ? 'authorized' : 'refresh_outcome_unknown'
  expect(await running.get(id)).toMatchObject({ status, statusReason: reason })
})

test('signed out everywhere: a test says so at once, and a Reconnect brings it back under its id', async () => {
  const running = await start()
  const id = idOf(await running.add())
  await signOutEverywhere(running.demo, 'user_demo_ada')
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'failure' })
  expect(await running.get(id)).toMatchObject({ status: 'needs_reauth', statusReason: 'invalid_grant' })
  await expect(running.identityOf(id)).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  expect(await running.reconnect(id)).toMatchObject({ status: 'completed', connectionId: id })
  expect(await running.get(id)).toMatchObject({ status: 'active', statusReason: 'reconnected' })
  expect(await running.identityOf(id)).toMatch(/^Bearer /)
})

test.for([['before', MOST_OF_IT_MS] as const, ['after', 60 * 60_000] as const])(
  'signed out everywhere %s the sign-in has to be refreshed, the next use asks for a Reconnect',
  async ([, milliseconds]) => {
    const running = await start()
    const id = idOf(await running.add())
    await signOutEverywhere(running.demo, 'user_demo_ada')
    running.clock.advance(milliseconds)
    await expect(running.identityOf(id)).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
    expect(await running.get(id)).toMatchObject({ status: 'needs_reauth', statusReason: 'invalid_grant' })
  },
)

test('after a restart of the demo, at other addresses, it works and is refreshed as before', async () => {
  const running = await start()
  const id = idOf(await running.add())
  const { platform } = running.demo.urls
  await running.restart()
  expect(running.demo.urls.platform).not.toBe(platform)
  expect(await running.engine.useCases.connection.test(ada, { id })).toMatchObject({ result: 'success' })
  running.clock.advance(60 * 60_000)
  const { origins, headers } = await running.resolve(ada.actor, id)
  expect([origins, headers.authorization]).toEqual([[running.demo.urls.platform], expect.stringMatching(/^Bearer /)])
})

test('a client that a person entered is not replaced by the demo’s at a restart', async () => {
  const running = await start()
  const { providerApp } = running.engine.useCases
  const type = 'neurocadUserIdentityApi'
  const own = { issuer: 'https://sign-in.example', identityUrl: 'https://platform.example/identity/exchange' }
  await providerApp.set(ada, { type, clientId: 'my-own', ...own })
  await running.restart()
  expect(await providerApp.get(ada, { type })).toMatchObject({ clientId: 'my-own', settings: own })
  await providerApp.remove(ada, { type })
  await running.restart()
  expect(await providerApp.get(ada, { type })).toMatchObject({ configured: false })
})

test('removing one ends its sign-in at the provider, and no other', async () => {
  const running = await start()
  const first = idOf(await running.add())
  const again = await running.add()
  expect(again).toMatchObject({ status: 'account_exists', connectionId: first })
  const { connection, authorization } = running.engine.useCases
  const second = idOf(await authorization.resolve(ada, { id: again.authorizationId, choice: 'keep_as_new' }))
  const revocations = watch(running, '/oauth2/revoke')
  const removed = await connection.remove(ada, { id: first })
  expect([removed.status, removed.providerNotice, revocations.count]).toEqual(['revoked', undefined, 1])
  expect(await connection.test(ada, { id: second })).toMatchObject({ result: 'success' })
})
