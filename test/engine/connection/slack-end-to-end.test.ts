import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve, consentButton } from '../../demo/consent'
import { password } from '../vault/vault-fixture'
import { ada, follow, grace, startEngine, type TestEngine } from './engine-fixture'

let test_: TestEngine
beforeAll(async () => {
  test_ = await startEngine()
})
afterAll(() => test_.stop())

const cases = () => test_.engine.useCases

async function authorize(button?: string): Promise<AuthorizationView> {
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'slackApi' })
  return follow(test_.engine, await approve(authorizationUrl, button))
}
async function reconnect(id: ConnectionId, button?: string): Promise<AuthorizationView> {
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id })
  return follow(test_.engine, await approve(authorizationUrl, button))
}
function idOf(view: AuthorizationView): ConnectionId {
  if (!view.connectionId) throw new Error(`no connection in ${view.status}`)
  return view.connectionId
}
const list = async (context = ada) => (await cases().connection.list(context, { limit: 50 })).items
const card = async () => (await cases().directory.list(ada, undefined))[0]

let first: ConnectionId

test('connecting a workspace makes one active connection, seen by the whole org, and the card says so', async () => {
  expect(await card()).toMatchObject({ type: 'slackApi', pill: { kind: 'not_connected' } })
  const done = await authorize()
  expect(done).toMatchObject({ status: 'completed' })
  first = idOf(done)
  const owner = { subject: ada.actor.subject, label: ada.actor.label }
  expect(await list()).toMatchObject([{ id: first, status: 'active', statusReason: 'authorized', owner }])
  expect((await list(grace)).map(({ id }) => id)).toEqual([first])
  expect(await card()).toMatchObject({ pill: { kind: 'connections', count: 1 }, attention: false })
})

test('testing asks the provider and keeps the answer', async () => {
  expect(await cases().connection.test(ada, { id: first })).toMatchObject({ result: 'success' })
  expect((await list())[0]).toMatchObject({ lastTestResult: 'success', lastTestError: null })
})

test('reconnecting keeps the id and the name a person gave', async () => {
  await cases().connection.rename(ada, { id: first, name: 'Our workspace' })
  expect(await reconnect(first)).toMatchObject({ status: 'completed', connectionId: first })
  expect(await list()).toMatchObject([{ id: first, name: 'Our workspace', statusReason: 'reconnected' }])
})

test('adding the connected workspace again ends as account_exists, with one connection in the list', async () => {
  const again = await authorize()
  expect(again).toMatchObject({ status: 'account_exists', connectionId: first })
  expect(await list()).toHaveLength(1)
  const chosen = await cases().authorization.resolve(ada, { id: again.authorizationId, choice: 'reconnect_existing' })
  expect(chosen).toMatchObject({ status: 'completed', connectionId: first })
  expect(await list()).toHaveLength(1)
  expect(await cases().connection.test(ada, { id: first })).toMatchObject({ result: 'success' })
})

test('two additions of one workspace at once make one connection', async () => {
  const starts = await Promise.all([1, 2].map(() => cases().authorization.add(ada, { type: 'slackApi' })))
  const redirects = await Promise.all(
    starts.map(({ authorizationUrl }) => approve(authorizationUrl, consentButton.secondWorkspace)),
  )
  const outcomes = await Promise.all(redirects.map((redirect) => follow(test_.engine, redirect)))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['account_exists', 'completed'])
  expect(await list()).toHaveLength(2)
})

test('reconnecting as another account overwrites nothing until the person chooses', async () => {
  const other = (await list()).find(({ id }) => id !== first)
  const mismatch = await reconnect(first, consentButton.secondWorkspace)
  expect(mismatch).toMatchObject({ status: 'account_mismatch', connectionId: first, account: other?.account })
  expect((await list()).find(({ id }) => id === first)?.account).not.toEqual(other?.account)
  const kept = await cases().authorization.resolve(ada, { id: mismatch.authorizationId, choice: 'keep_as_new' })
  expect(kept.status).toBe('completed')
  expect(kept.connectionId).not.toBe(first)
  expect(await list()).toHaveLength(3)
})

test('of two connections with one grant, the first removal leaves it alone and the second ends it at the provider', async () => {
  const [one, two] = (await list()).filter(({ id }) => id !== first)
  if (!one || !two) throw new Error('two connections of the second workspace are needed')
  // Slack ends a whole installation; the demo ends one token. So what counts is whether the provider is asked.
  const asked: string[] = []
  test_.setFetch((url, init) => {
    asked.push(new URL(url).pathname)
    return fetch(url, init)
  })
  expect(await cases().connection.remove(ada, { id: one.id })).toMatchObject({
    status: 'revoked',
    statusReason: 'removed_by_user',
  })
  expect(asked).toEqual([])
  expect(await cases().connection.test(ada, { id: two.id })).toMatchObject({ result: 'success' })
  await cases().connection.remove(ada, { id: two.id })
  expect(asked).toEqual(['/api/auth.test', '/api/auth.revoke'])
  test_.setFetch(fetch)
  await expect(cases().connection.test(ada, { id: two.id })).rejects.toMatchObject({ code: 'CONNECTION_REVOKED' })
})

test('removing revokes at the provider and here, and reconnecting brings it back under its id', async () => {
  const removed = await cases().connection.remove(grace, { id: first })
  expect(removed).toMatchObject({ id: first, status: 'revoked' })
  expect(removed.providerNotice).toBeUndefined()
  expect(await card()).toMatchObject({ pill: { kind: 'reconnect_required' } })
  expect(await cases().connection.remove(ada, { id: first })).toMatchObject({ status: 'revoked' })
  expect(await reconnect(first)).toMatchObject({ status: 'completed', connectionId: first })
  expect((await list())[0]).toMatchObject({ id: first, status: 'active' })
})

test('the history tells it all, newest first', async () => {
  const { items } = await cases().connection.history(ada, { id: first, limit: 50 })
  expect(items.map(({ kind }) => kind)).toEqual([
    'reconnected',
    'removed',
    'tested',
    'reconnected',
    'reconnected',
    'renamed',
    'tested',
    'added',
  ])
  expect(items[1]).toMatchObject({ actor: { subject: grace.actor.subject } })
})

test('everything is there again after locking and unlocking', async () => {
  const before = await list()
  await test_.engine.lock()
  await expect(list()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  await test_.engine.unlock({ password: password })
  expect(await list()).toEqual(before)
  expect(await cases().connection.test(ada, { id: first })).toMatchObject({ result: 'success' })
})

test('when the secret of a removed connection is on no file any more, the connection says so by itself', async () => {
  const said: string[] = []
  test_.engine.subscribe({
    change: ({ event }) => event.kind === 'connection' && said.push(event.connection.statusMessage),
    locked: () => undefined,
  })
  await cases().connection.remove(ada, { id: first })
  await expect.poll(() => said).toHaveLength(2)
  expect(said[0]).toMatch(/being erased/)
  expect(said[1]).not.toMatch(/being erased/)
})
