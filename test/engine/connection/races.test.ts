import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve, consentButton } from '../../demo/consent'
import { slackAppOf } from '../../demo/slack-client'
import { deferred } from '../../fakes/deferred'
import { password } from '../vault/vault-fixture'
import { damageSecrets } from './damage-secrets'
import { ada, follow, grace, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine
let id: ConnectionId
beforeEach(async () => {
  running = await startEngine()
  id = await connect()
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const connect = async (button?: string) => {
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'slackApi' })
  const { connectionId } = await follow(running.engine, await approve(authorizationUrl, button))
  if (!connectionId) throw new Error('not connected')
  return connectionId
}

/** Holds the first request to an address that contains `part` until it is let go. */
function hold(part: string) {
  const reached = deferred()
  const go = deferred()
  const asked: string[] = []
  running.setFetch(async (url, init) => {
    if (url.includes(part)) {
      asked.push(new Headers(init.headers).get('authorization') ?? String(init.body))
      reached.resolve()
      if (asked.length === 1) await go.promise
    }
    return fetch(url, init)
  })
  return { reached: reached.promise, go: () => go.resolve(), asked }
}

test('tokens that come while a removal waits for the provider are ended there too, before they are dropped here', async () => {
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id })
  const redirect = await approve(authorizationUrl)
  const held = hold('auth.revoke')
  const removing = cases().connection.remove(ada, { id })
  await held.reached
  running.clock.advance(1)
  await follow(running.engine, redirect)
  held.go()
  expect(await removing).toMatchObject({ status: 'revoked' })
  expect(held.asked).toHaveLength(2)
  const { items } = await cases().connection.history(ada, { id, limit: 9 })
  expect(items.map(({ kind }) => kind)).toEqual(['removed', 'reconnected', 'added'])
})

test('reconnecting the existing connection does not overwrite the account it was switched to meanwhile', async () => {
  const again = await cases().authorization.add(ada, { type: 'slackApi' })
  const waiting = await follow(running.engine, await approve(again.authorizationUrl))
  expect(waiting).toMatchObject({ status: 'account_exists', connectionId: id })
  const other = await cases().authorization.reconnect(ada, { id })
  const mismatch = await follow(running.engine, await approve(other.authorizationUrl, consentButton.secondWorkspace))
  await cases().authorization.resolve(ada, { id: mismatch.authorizationId, choice: 'switch' })
  const choose = (choice: 'reconnect_existing' | 'keep_as_new') =>
    cases().authorization.resolve(ada, { id: waiting.authorizationId, choice })
  await expect(choose('reconnect_existing')).rejects.toMatchObject({ code: 'VERSION_CONFLICT', data: { connectionId: id } })
  expect((await cases().connection.get(ada, { id })).account).toEqual(mismatch.account)
  expect(await choose('keep_as_new')).toMatchObject({ status: 'completed' })
})

test('an address pasted to an authorization that is done finishes nobody else’s', async () => {
  const done = await cases().authorization.add(grace, { type: 'slackApi' })
  await follow(running.engine, await approve(done.authorizationUrl))
  const others = await cases().authorization.add(ada, { type: 'slackApi' })
  const url = await approve(others.authorizationUrl)
  await expect(cases().authorization.paste(grace, { id: done.authorizationId, url })).rejects.toMatchObject({
    code: 'AUTHORIZATION_USED',
  })
  expect((await cases().authorization.get(ada, { id: others.authorizationId })).status).toBe('pending')
})

test('cancelling while the answer is being redeemed is refused, and the connection is made once', async () => {
  const started = await cases().authorization.add(ada, { type: 'slackApi' })
  const redirect = await approve(started.authorizationUrl, consentButton.secondWorkspace)
  const held = hold('oauth.v2.access')
  const redeeming = follow(running.engine, redirect)
  await held.reached
  const resolve = () => cases().authorization.resolve(ada, { id: started.authorizationId, choice: 'discard' })
  await expect(resolve()).rejects.toMatchObject({ code: 'AUTHORIZATION_USED' })
  running.clock.advance(11 * 60_000)
  expect((await cases().authorization.get(ada, { id: started.authorizationId })).status).toBe('pending')
  held.go()
  expect(await redeeming).toMatchObject({ status: 'completed' })
})

test('a provider’s answer that comes after the lock is told that the vault is locked, and the next session hears nothing of it', async () => {
  const started = await cases().authorization.add(ada, { type: 'slackApi' })
  const redirect = await approve(started.authorizationUrl, consentButton.secondWorkspace)
  const held = hold('oauth.v2.access')
  const redeeming = follow(running.engine, redirect)
  await held.reached
  await running.engine.lock()
  await running.engine.unlock({ password: password })
  const heard: unknown[] = []
  running.engine.subscribe({ change: (change) => heard.push(change), locked: () => undefined })
  held.go()
  await expect(redeeming).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  expect(heard).toEqual([])
  expect((await cases().connection.list(ada, { limit: 9 })).total).toBe(1)
})

test('a connection whose secret was damaged on the disk says so, and can be removed and reconnected', async () => {
  const second = await connect(consentButton.secondWorkspace)
  await cases().connection.remove(ada, { id: second })
  await expect.poll(() => running.files.contents.has('snapshot-3')).toBe(true)
  await running.engine.lock()
  damageSecrets(running.files)
  await running.engine.unlock({ password: password })
  expect(await cases().connection.test(ada, { id })).toMatchObject({
    result: 'failure',
    error: expect.stringContaining('damaged'),
  })
  await expect(cases().authorization.reconnect(ada, { id })).rejects.toMatchObject({ code: 'PROVIDER_APP_MISSING' })
  await cases().providerApp.set(ada, { type: 'slackApi', ...slackAppOf(running.demo) })
  expect(await cases().connection.remove(ada, { id })).toMatchObject({
    status: 'revoked',
    providerNotice: expect.stringContaining('Slack'),
  })
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id })
  expect(await follow(running.engine, await approve(authorizationUrl))).toMatchObject({ status: 'completed', connectionId: id })
})
