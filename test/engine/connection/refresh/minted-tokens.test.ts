import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../../src-shared/contract/connection'
import { deferred } from '../../../fakes/deferred'
import { openedJournal } from '../../vault/opened-journal'
import { ada, startEngine, type TestEngine } from '../engine-fixture'
import { connectGitHub, reconnectGitHub } from '../github-connect'
import { githubDelivery } from '../github-delivery'

const minute = 60_000

let running: TestEngine
let connected: ConnectionView
beforeEach(async () => {
  running = await startEngine()
  // GitHub's tokens end by its own clock.
  running.clock.jump(Date.now() - running.clock.now())
  connected = await connectGitHub(running)
})
afterEach(() => running.stop())

const use = async () => (await running.resolve(ada.actor, connected.id)).headers.authorization
const enterAppAgain = () =>
  running.engine.useCases.providerApp.set(ada, { type: 'githubApi', ...running.demo.firstApps.githubApi })

/** Counts tokens that were asked for; `answer` stands in for GitHub, or holds it up. */
function watch(answer: (ask: () => Promise<Response>, count: number) => Promise<Response> = (ask) => ask()) {
  const minted = { count: 0, tokens: [] as string[] }
  running.setFetch(async (url, init) => {
    if (!url.endsWith('/access_tokens')) return fetch(url, init)
    minted.count++
    const response = await answer(() => fetch(url, init), minted.count)
    const { token } = (await response.clone().json()) as { token?: string }
    if (token !== undefined) minted.tokens.push(token)
    return response
  })
  return minted
}

test('1,000 uses at once make one token, which serves until less than a minute of it is left', async () => {
  const minted = watch()
  expect(new Set(await Promise.all(Array.from({ length: 1000 }, use))).size).toBe(1)
  running.clock.advance(58 * minute)
  await use()
  expect(minted.count).toBe(1)
  running.clock.advance(1.5 * minute)
  await use()
  expect(minted.count).toBe(2)
})

test('no token that was made is on the disk, opened or not, nor in a change or a log line', async () => {
  watch(async () => new Response('{}', { status: 503 }))
  await expect(use()).rejects.toThrow()
  running.clock.advance(5 * minute)
  // The one that takes the distress away is written down about, too.
  const minted = watch()
  await use()
  const [token = ''] = minted.tokens
  expect(token).not.toBe('')
  const opened = await openedJournal(running.files)
  expect(opened).toContain('connection.refreshed')
  expect(opened).toContain('PRIVATE KEY')
  expect(opened + JSON.stringify([running.changes, running.logger.lines])).not.toContain(token)
})

test('an App that is entered anew makes its own tokens, also where one was being made at that moment', async () => {
  const go = deferred()
  const reached = deferred()
  const minted = watch(async (ask, count) => {
    const response = await ask()
    reached.resolve()
    if (count === 1) await go.promise
    return response
  })
  const first = use()
  await reached.promise
  await enterAppAgain()
  const second = await use()
  expect(minted.count).toBe(2)
  go.resolve()
  await first
  expect(await use()).toBe(second)
})

test('after a reconnect nobody is given the token that was being made before it', async () => {
  const go = deferred()
  const reached = deferred()
  const minted = watch(async (ask, count) => {
    const response = await ask()
    reached.resolve()
    if (count === 1) await go.promise
    return response
  })
  const first = use()
  await reached.promise
  running.clock.advance(1)
  await reconnectGitHub(running, connected.id)
  const second = await use()
  expect(minted.count).toBe(2)
  go.resolve()
  await first
  expect(await use()).toBe(second)
})

test('an App that is entered anew is not kept waiting for what the one before it failed at', async () => {
  watch(async () => new Response('{}', { status: 503 }))
  const failed = { code: 'PROVIDER_ERROR', data: { providerError: 'http_503' } }
  for (let times = 0; times < 12; times++) {
    await expect(use()).rejects.toMatchObject(failed)
    running.clock.advance(5 * minute)
  }
  await expect(use()).rejects.toMatchObject(failed)
  watch()
  await enterAppAgain()
  expect(await use()).toMatch(/^Bearer /)
})

test('a full disk is no reason to ask a provider in trouble again and again', async () => {
  const minted = watch(async () => new Response('{}', { status: 503 }))
  for (let times = 0; times < 12; times++) {
    await expect(use()).rejects.toThrow()
    running.clock.advance(5 * minute)
  }
  const before = minted.count
  running.files.failWhen = () => true
  for (let times = 0; times < 20; times++) await expect(use()).rejects.toThrow()
  expect(minted.count - before).toBe(1)
})

test.each([
  ['suspend', 'error', 'installation_suspended'],
  ['deleted', 'uninstalled', 'installation_deleted'],
])('after %s, no token of it is handed out, not even one that was used before', async (action, status, statusReason) => {
  await use()
  const { signingSecret = '', appId } = running.demo.firstApps.githubApi ?? {}
  const { installationId = 0 } = connected.details
  running.clock.advance(1000)
  const delivery = githubDelivery(
    { action, installationId, appId: Number(appId), deliveryId: 'one', suspendedAt: running.clock.now() },
    signingSecret,
  )
  await running.engine.useCases.ingress.receive(ada, { type: 'githubApi', ...delivery })
  await expect(use()).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
  expect(await running.engine.useCases.connection.get(ada, { id: connected.id })).toMatchObject({ status, statusReason })
})

test.each([
  ['suspended', 403, 'This installation has been suspended', 'error', 'installation_suspended'],
  ['gone', 404, 'Not Found', 'uninstalled', 'installation_deleted'],
])('an installation that is found %s when a token is made is said to be so', async (_, code, message, status, statusReason) => {
  watch(async () => Response.json({ message }, { status: code }))
  await expect(use()).rejects.toMatchObject({ code: 'PROVIDER_ERROR' })
  expect(await running.engine.useCases.connection.get(ada, { id: connected.id })).toMatchObject({ status, statusReason })
  await expect(use()).rejects.toMatchObject({ code: 'CONNECTION_NOT_ACTIVE' })
})
