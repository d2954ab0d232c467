import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve } from '../../demo/consent'
import { callAsApp, installButton } from '../../demo/github-client'
import { ada, startEngine, type TestEngine } from './engine-fixture'
import { connectGitHub } from './github-connect'
import { type PassingTime, passingTime } from './passing-time'

/** Enough for every connection's next probe, whatever the jitter. */
const ROUND_MS = 21 * 60_000

let running: TestEngine
let time: PassingTime
let connection: ConnectionView
beforeEach(async () => {
  running = await startEngine()
  connection = await connectGitHub(running)
  time = passingTime(running)
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const get = () => cases().connection.get(ada, { id: connection.id })
const kinds = async () => (await cases().connection.history(ada, { id: connection.id, limit: 50 })).items.map(({ kind }) => kind)
const atGitHub = (method: string, rest = '') =>
  callAsApp(running.demo, `app/installations/${connection.details.installationId}${rest}`, method)

test('an installation that was suspended is found once, and once more when it is suspended no longer', async () => {
  await atGitHub('PUT', '/suspended')
  await time.pass(ROUND_MS)
  expect(await get()).toMatchObject({
    status: 'error',
    statusReason: 'installation_suspended',
    details: { suspended: true },
  })
  await time.pass(2 * ROUND_MS)
  expect(await kinds()).toEqual(['provider_event', 'added'])

  await atGitHub('DELETE', '/suspended')
  await time.pass(ROUND_MS)
  expect(await get()).toMatchObject({
    status: 'active',
    statusReason: 'installation_unsuspended',
    details: { suspended: false },
  })
  expect(await kinds()).toEqual(['provider_event', 'provider_event', 'added'])
})

test('an installation that was deleted is found as uninstalled', async () => {
  await atGitHub('DELETE')
  await time.pass(ROUND_MS)
  expect(await get()).toMatchObject({ status: 'uninstalled', statusReason: 'installation_deleted' })
})

test('facts that changed at the provider are written down once', async () => {
  expect(connection.details.repositorySelection).toBe('all')
  const { authorizationUrl } = await cases().authorization.add(ada, { type: 'githubApi' })
  // Configured at GitHub, and nobody follows the redirect back here.
  await approve(authorizationUrl, installButton.someRepositories)
  await time.pass(3 * ROUND_MS)
  expect(await get()).toMatchObject({ status: 'active', details: { repositorySelection: 'selected' } })
  expect(await kinds()).toEqual(['tested', 'added'])
})
