import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve } from '../../demo/consent'
import { callAsApp, installButton } from '../../demo/github-client'
import { ada, follow, grace, startEngine, type TestEngine } from './engine-fixture'
import { authorizeGitHub, connectGitHub, reconnectGitHub } from './github-connect'

let running: TestEngine
beforeEach(async () => {
  running = await startEngine()
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const get = (id: ConnectionView['id']) => cases().connection.get(ada, { id })
const count = async () => (await cases().connection.list(ada, { type: 'githubApi', limit: 50 })).total
const testIt = (id: ConnectionView['id']) => cases().connection.test(ada, { id })
const installationPath = ({ details }: ConnectionView) => `app/installations/${details.installationId}`

test('installing the App makes one active connection with its account, permissions and repositories', async () => {
  const connected = await connectGitHub(running)
  expect(connected).toMatchObject({
    type: 'githubApi',
    name: 'ada-lindqvist',
    status: 'active',
    visibility: 'org',
    account: { label: 'ada-lindqvist' },
    expiresAt: null,
    details: { repositorySelection: 'all', suspended: false },
    scopes: expect.arrayContaining(['issues:write', 'contents:read', 'metadata:read']),
  })
  expect((await cases().connection.list(grace, { limit: 50 })).items.map(({ id }) => id)).toContain(connected.id)
  expect(await testIt(connected.id)).toMatchObject({ result: 'success' })
})

test('nothing of the App or the person reaches the vault’s files or the log in the clear', async () => {
  const connected = await connectGitHub(running)
  await testIt(connected.id)
  const { privateKey = '', clientSecret = '', signingSecret = '' } = running.demo.firstApps.githubApi ?? {}
  const written = Buffer.concat([...running.files.contents.values()]).toString('latin1')
  const everything = written + JSON.stringify([running.logger.lines, running.changes])
  const key = privateKey.split('\n')[1] ?? ''
  expect(key).not.toBe('')
  for (const secret of [key, clientSecret, signingSecret, 'ghu_', 'ghs_']) expect(everything).not.toContain(secret)
})

test('an installation that somebody else’s answer names is not taken', async () => {
  // Grace's own installation is one that Ada cannot see.
  const theirs = await authorizeGitHub(running, undefined, grace)
  const { installationId } = (await get(theirs.connectionId ?? ('' as ConnectionView['id']))).details
  const { authorizationId, authorizationUrl } = await cases().authorization.add(ada, { type: 'githubApi' })
  const redirect = new URL(await approve(authorizationUrl))
  redirect.searchParams.set('installation_id', String(installationId))
  await expect(follow(running.engine, redirect.href, 'githubApi')).rejects.toMatchObject({ code: 'AUTHORIZATION_DENIED' })
  expect(await cases().authorization.get(ada, { id: authorizationId })).toMatchObject({ status: 'failed' })
  expect(await count()).toBe(1)
})

test('who may only ask an owner to install is told so, and nothing is connected', async () => {
  await expect(authorizeGitHub(running, installButton.request, grace)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'installation_requested' },
  })
  expect(await count()).toBe(0)
})

test('a request to an owner that comes back without a code ends the authorization all the same', async () => {
  const { authorizationId, authorizationUrl } = await cases().authorization.add(ada, { type: 'githubApi' })
  const { searchParams, origin } = new URL(authorizationUrl)
  const answer = new URLSearchParams({ setup_action: 'request', state: searchParams.get('state') ?? '' })
  await expect(follow(running.engine, `${origin}/?${answer}`, 'githubApi')).rejects.toMatchObject({ code: 'PROVIDER_ERROR' })
  expect(await cases().authorization.get(ada, { id: authorizationId })).toMatchObject({ status: 'failed' })
})

test('an answer without a code that is no such request lets the authorization wait on', async () => {
  const { authorizationId, authorizationUrl } = await cases().authorization.add(ada, { type: 'githubApi' })
  const { searchParams, origin } = new URL(authorizationUrl)
  const answer = new URLSearchParams({ setup_action: 'install', installation_id: '1', state: searchParams.get('state') ?? '' })
  await expect(follow(running.engine, `${origin}/?${answer}`, 'githubApi')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'code' }] },
  })
  expect(await cases().authorization.get(ada, { id: authorizationId })).toMatchObject({ status: 'pending' })
})

test('a test finds that the installation was suspended, and that it no longer is', async () => {
  const connected = await connectGitHub(running)
  await callAsApp(running.demo, `${installationPath(connected)}/suspended`, 'PUT')
  expect(await testIt(connected.id)).toMatchObject({ result: 'failure' })
  expect(await get(connected.id)).toMatchObject({ status: 'error', statusReason: 'installation_suspended' })
  await callAsApp(running.demo, `${installationPath(connected)}/suspended`, 'DELETE')
  expect(await testIt(connected.id)).toMatchObject({ result: 'success' })
  expect(await get(connected.id)).toMatchObject({ status: 'active', details: { suspended: false } })
})

test('an installation that was deleted at GitHub is found, and comes back under its id by a reconnect', async () => {
  const connected = await connectGitHub(running)
  await callAsApp(running.demo, installationPath(connected), 'DELETE')
  expect(await testIt(connected.id)).toMatchObject({ result: 'failure' })
  expect(await get(connected.id)).toMatchObject({ status: 'uninstalled', statusReason: 'installation_deleted' })
  expect(await reconnectGitHub(running, connected.id)).toMatchObject({ status: 'completed', connectionId: connected.id })
  const back = await get(connected.id)
  expect(back).toMatchObject({ status: 'active', statusReason: 'reconnected' })
  expect(back.details.installationId).not.toBe(connected.details.installationId)
})

test('a test shows what a person changed at GitHub', async () => {
  const connected = await connectGitHub(running)
  await approve((await cases().authorization.add(ada, { type: 'githubApi' })).authorizationUrl, installButton.someRepositories)
  expect(await testIt(connected.id)).toMatchObject({ result: 'success' })
  expect(await get(connected.id)).toMatchObject({ details: { repositorySelection: 'selected' } })
})

test('reconnecting as another account overwrites nothing until the person chooses', async () => {
  const connected = await connectGitHub(running)
  const mismatch = await reconnectGitHub(running, connected.id, installButton.organization)
  expect(mismatch).toMatchObject({ status: 'account_mismatch', account: { label: 'larkspur-devices' } })
  expect(await get(connected.id)).toEqual(connected)
  await cases().authorization.resolve(ada, { id: mismatch.authorizationId, choice: 'switch' })
  expect(await get(connected.id)).toMatchObject({ account: { label: 'larkspur-devices' } })
})

test('giving an account up again uninstalls only what was installed for it', async () => {
  const connected = await connectGitHub(running)
  const askedOf = async () => {
    const { authorizationUrl } = await cases().authorization.reconnect(ada, { id: connected.id })
    return new URL(await approve(authorizationUrl, installButton.organization))
  }
  const discard = async (redirect: URL) => {
    const { authorizationId } = await follow(running.engine, redirect.href, 'githubApi')
    await cases().authorization.resolve(ada, { id: authorizationId, choice: 'discard' })
    return callAsApp(running.demo, `app/installations/${redirect.searchParams.get('installation_id')}`)
  }
  const made = await askedOf()
  expect(made.searchParams.get('setup_action')).toBe('install')
  // Made by the first, found by the second.
  const found = await askedOf()
  expect((await discard(found)).status).toBe(200)
  expect((await discard(made)).status).toBe(404)
})

test('removing a connection uninstalls the App', async () => {
  const connected = await connectGitHub(running)
  expect(await cases().connection.remove(ada, { id: connected.id })).toMatchObject({ status: 'revoked' })
  expect((await callAsApp(running.demo, installationPath(connected))).status).toBe(404)
})

test('another App entered since is not taken for a deletion', async () => {
  const connected = await connectGitHub(running)
  const { redirectUri: _, ...fields } = running.demo.firstApps.githubApi ?? {}
  await cases().providerApp.set(ada, { type: 'githubApi', ...fields, appId: '99' })
  expect(await testIt(connected.id)).toMatchObject({ result: 'failure', error: expect.stringContaining('another App') })
  expect(await get(connected.id)).toMatchObject({ status: 'active' })
})
