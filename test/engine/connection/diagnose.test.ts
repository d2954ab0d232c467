import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { consentButton } from '../../demo/consent'
import { operatorConfig } from '../provider/managed/operator-entries'
import { password } from '../vault/vault-fixture'
import { damageSecrets } from './damage-secrets'
import { ada, grace, startEngine, type TestEngine } from './engine-fixture'
import { connectSlack, joinChannel, overheardTokens, revokeAtSlack } from './slack-fault'

let running: TestEngine
beforeEach(async () => {
  running = await startEngine()
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const diagnose = async (id: ConnectionId, channel?: string) =>
  (await cases().connection.diagnose(ada, { id, ...(channel === undefined ? {} : { channel }) })).lines
/** What is not ok, as `check result action`. */
const faults = async (id: ConnectionId, channel?: string) =>
  (await diagnose(id, channel))
    .filter(({ result }) => result !== 'ok')
    .map(({ check, result, action }) => [check, result, action?.kind ?? 'none'].join(' '))

test('a sound connection whose bot is in a channel has nothing to mend, for every member of the organisation', async () => {
  const { id } = await connectSlack(running)
  const lines = await diagnose(id)
  expect(lines.map(({ check, result }) => [check, result])).toEqual(
    ['status', 'secret', 'app', 'provider', 'scopes', 'owner', 'channel'].map((check) => [check, 'ok']),
  )
  expect((await cases().connection.diagnose(grace, { id })).lines).toEqual(lines)
})

test('a bot that is in no channel, not in the channel named, or a channel that is not there is a problem with an invitation', async () => {
  const button = consentButton.secondWorkspace
  const { id } = await connectSlack(running, { button })
  expect(await faults(id)).toEqual(['channel problem copy'])
  await joinChannel(running, 'C000000001', button)
  expect(await faults(id)).toEqual([])
  for (const channel of ['general', '#general', 'C000000001']) expect(await faults(id, channel)).toEqual([])
  for (const channel of ['random', '#random', 'C000000002', 'no-such-channel', 'C0NOSUCHCH'])
    expect(await faults(id, channel), channel).toEqual(['channel problem copy'])
  expect((await diagnose(id, 'random')).at(-1)).toMatchObject({ action: { text: '/invite @neurocad' } })
})

test('a scope left out of the consent is named, and Reconnect in place is the way out', async () => {
  const { id } = await connectSlack(running, { without: ['commands', 'groups:read'] })
  await joinChannel(running, 'C000000001')
  expect(await faults(id)).toEqual(['scopes problem reconnect'])
  const line = (await diagnose(id)).find(({ check }) => check === 'scopes')
  expect(line?.message).toMatch(/commands, groups:read\. Reconnect/)
})

test('a token revoked at the provider is found, and the status says so from then on', async () => {
  const tokens = overheardTokens(running)
  const { id } = await connectSlack(running)
  await revokeAtSlack(running, tokens[0])
  expect(await faults(id)).toEqual(['status problem reconnect', 'provider problem reconnect', 'channel unknown none'])
  expect(await cases().connection.get(ada, { id })).toMatchObject({
    status: 'needs_reauth',
    statusReason: 'rejected_by_provider',
    lastTestResult: 'failure',
  })
})

test('a diagnosis is kept like a test: one line in the history, one question who this is', async () => {
  const { id } = await connectSlack(running)
  const asked: string[] = []
  running.setFetch((url, init) => {
    asked.push(new URL(url).pathname)
    return fetch(url, init)
  })
  await diagnose(id)
  expect(asked).toEqual(['/api/auth.test', '/api/conversations.list'])
  const { items } = await cases().connection.history(ada, { id, limit: 50 })
  expect(items.map(({ kind }) => kind)).toEqual(['tested', 'added'])
})

test('a provider that is down is no problem of the connection', async () => {
  const { id } = await connectSlack(running)
  running.setFetch(async () => new Response('down', { status: 503 }))
  expect(await faults(id)).toEqual(['provider unknown test', 'channel unknown none'])
  expect(await cases().connection.get(ada, { id })).toMatchObject({ status: 'active' })
})

test('a forgotten app is found, while the token goes on working', async () => {
  const { id } = await connectSlack(running)
  await joinChannel(running, 'C000000001')
  await cases().providerApp.remove(ada, { type: 'slackApi' })
  expect(await faults(id)).toEqual(['app problem provider_app'])
})

test('secrets damaged on the disk are found, of the connection and of the app', async () => {
  const { id } = await connectSlack(running)
  const other = await connectSlack(running, { button: consentButton.secondWorkspace })
  // Removing one writes a snapshot, with every secret in its blob tier.
  await cases().connection.remove(ada, { id: other.id })
  await expect.poll(() => running.files.contents.has('snapshot-3')).toBe(true)
  await running.engine.lock()
  damageSecrets(running.files)
  await running.engine.unlock({ password: password })
  expect(await faults(id)).toEqual([
    ...['status problem reconnect', 'secret problem reconnect', 'app problem provider_app', 'provider unknown none'],
  ])
})

test('of a removed connection only its status is said, and that another is to be added or picked', async () => {
  const { id } = await connectSlack(running)
  await cases().connection.remove(ada, { id })
  expect(await diagnose(id)).toEqual([
    expect.objectContaining({ check: 'status', result: 'problem', action: { kind: 'add', label: 'Add connection' } }),
  ])
})

test('what the operator provides is not diagnosed here', async () => {
  const content = JSON.stringify(operatorConfig())
  await cases().operator.provision(ada, { kind: 'content', content, trusted: true })
  const [managed] = (await cases().connection.list(ada, { type: 'serviceApi' })).items
  if (managed === undefined) throw new Error('nothing was provisioned')
  await expect(diagnose(managed.id)).rejects.toMatchObject({ code: 'TYPE_NOT_USER_MANAGED' })
})

test('an id that is not there is NOT_FOUND', async () => {
  await expect(diagnose('cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3' as ConnectionId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
