import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import { installButton } from '../../demo/github-client'
import { password } from '../vault/vault-fixture'
import { ada, startEngine, type TestEngine } from './engine-fixture'
import { connectGitHub, reconnectGitHub } from './github-connect'
import { githubDelivery } from './github-delivery'

let running: TestEngine
let hit: ConnectionView
let other: ConnectionView
beforeEach(async () => {
  running = await startEngine()
  hit = await connectGitHub(running)
  other = await connectGitHub(running, installButton.organization)
  running.clock.advance(5000)
})
afterEach(() => running.stop())

const minutes = (count: number) => count * 60_000
const cases = () => running.engine.useCases
const get = (id: ConnectionView['id']) => cases().connection.get(ada, { id })
const history = async () => (await cases().connection.history(ada, { id: hit.id, limit: 50 })).items

type Change = Partial<Parameters<typeof githubDelivery>[0]> & { secret?: string }
function deliver(action: string, { secret, ...change }: Change = {}) {
  const { installationId = 0, appId } = hit.details
  const webhookSecret = secret ?? running.demo.firstApps.githubApi?.signingSecret ?? ''
  const delivery = githubDelivery(
    { action, installationId, appId: Number(appId), deliveryId: `id-${action}`, ...change },
    webhookSecret,
  )
  return cases().ingress.receive(ada, { type: 'githubApi', ...delivery })
}

test.each([
  ['deleted', 'uninstalled', 'installation_deleted'],
  ['suspend', 'error', 'installation_suspended'],
] as const)('%s moves the connection of that installation to %s, and only it', async (action, status, reason) => {
  await deliver(action)
  expect(await get(hit.id)).toMatchObject({ status, statusReason: reason })
  expect(await get(other.id)).toEqual(other)
  expect((await history())[0]).toMatchObject({ kind: 'provider_event', actor: null })
})

test('unsuspend gives back the status from before, and an installation that is not suspended nothing', async () => {
  await deliver('unsuspend', { deliveryId: 'first' })
  expect(await get(hit.id)).toEqual(hit)
  await deliver('suspend')
  expect(await get(hit.id)).toMatchObject({ status: 'error', details: { suspended: true } })
  await deliver('unsuspend')
  expect(await get(hit.id)).toMatchObject({
    status: 'active',
    statusReason: 'installation_unsuspended',
    details: { suspended: false },
  })
})

test('the same delivery again changes nothing, also after what undid it and after unlocking', async () => {
  await deliver('suspend')
  await deliver('unsuspend')
  const before = [await get(hit.id), await history()]
  await deliver('suspend')
  await running.engine.lock()
  await running.engine.unlock({ password: password })
  await deliver('suspend')
  expect([await get(hit.id), await history()]).toEqual(before)
})

test('a suspension that is delivered long after a reconnect does not undo it', async () => {
  const suspendedAt = running.clock.now()
  running.clock.advance(minutes(30))
  expect(await reconnectGitHub(running, hit.id)).toMatchObject({ status: 'completed' })
  const before = await get(hit.id)
  running.clock.advance(minutes(30))
  await deliver('suspend', { suspendedAt })
  expect(await get(hit.id)).toEqual(before)
  expect((await history())[0]?.message).toContain('changed nothing')
})

test('a suspension that was lifted since is not played again under another delivery id, which nobody signs', async () => {
  const suspendedAt = running.clock.now()
  await deliver('suspend', { suspendedAt })
  running.clock.advance(minutes(30))
  await deliver('unsuspend')
  const before = await get(hit.id)
  running.clock.advance(minutes(30))
  await deliver('suspend', { suspendedAt, deliveryId: 'made-up' })
  expect(await get(hit.id)).toEqual(before)
  await deliver('suspend', { suspendedAt: running.clock.now(), deliveryId: 'later' })
  expect(await get(hit.id)).toMatchObject({ status: 'error' })
})

test.each([-4, 4])('a suspension is taken though GitHub’s clock differs by %i minutes', async (ahead) => {
  await deliver('suspend', { suspendedAt: running.clock.now() + minutes(ahead) })
  expect(await get(hit.id)).toMatchObject({ status: 'error' })
})

test('whatever is wrong with a delivery, the refusal is the same and nothing is written', async () => {
  const before = Buffer.concat([...running.files.contents.values()])
  const refusals = await Promise.all(
    [
      deliver('deleted', { secret: 'wrong' }),
      deliver('deleted', { appId: 99 }),
      deliver('deleted', { deliveryId: '' }),
      cases().ingress.receive(ada, { type: 'githubApi', headers: {}, body: '' }),
    ].map((attempt) => attempt.catch((error: unknown) => JSON.stringify([String(error), error]))),
  )
  expect(new Set(refusals).size).toBe(1)
  expect(refusals[0]).toContain('UNAUTHORIZED')
  expect(Buffer.concat([...running.files.contents.values()]).equals(before)).toBe(true)
  expect(await get(hit.id)).toEqual(hit)
})

test('an installation that is not connected here is none of our business', async () => {
  await expect(deliver('deleted', { installationId: 1 })).resolves.toEqual({})
  expect(await get(hit.id)).toEqual(hit)
})

test('a removed connection stays removed', async () => {
  await cases().connection.remove(ada, { id: hit.id })
  await deliver('unsuspend')
  await deliver('deleted')
  expect(await get(hit.id)).toMatchObject({ status: 'revoked' })
})
