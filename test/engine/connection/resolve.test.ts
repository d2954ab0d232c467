import { expect, test } from 'vitest'
import { Subject } from '../../../src-shared/domain/identifiers'
import { deferred } from '../../fakes/deferred'
import { ada, plantedSession } from './refresh/planted-session'
import { bare, rotated } from './refresh/token-network'

const minute = 60_000
const one = [{ token: 'r' }]

test('1,000 uses of an ended token at once make one refresh', async () => {
  const { network, use, settle } = await plantedSession(one, { after: 61 * minute })
  const go = deferred()
  network.answer = async (request) => {
    await go.promise
    return rotated(request)
  }
  const using = Promise.all(Array.from({ length: 1000 }, () => use()))
  await settle()
  go.resolve()
  expect(new Set(await using)).toEqual(new Set(['Bearer access of r+']))
  expect(network.spent).toEqual(['r'])
})

test('a refresh that fails is one for all who wait for it, too, and each is told when to come back', async () => {
  const { network, use, settle } = await plantedSession(one, { after: 61 * minute })
  network.answer = () => bare(503, { 'retry-after': '40' })
  const results = await Promise.allSettled(Array.from({ length: 100 }, () => use()))
  await settle()
  for (const result of results)
    expect(result).toMatchObject({ reason: { code: 'PROVIDER_ERROR', data: { retryAfterSeconds: 40, recovery: 'retry' } } })
  await expect(use()).rejects.toMatchObject({ data: { retryAfterSeconds: 40 } })
  expect(network.asked).toHaveLength(1)
})

test('a token that has life left is used when its refresh does not work for now, and not when it has ended', async () => {
  const { network, use, pass } = await plantedSession(one, { after: 59.5 * minute })
  network.answer = () => bare(503)
  expect(await use()).toBe('Bearer access of r')
  await pass(minute)
  await expect(use()).rejects.toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'http_503' } })
})

test('a token that does not end is used for good, and one without anything to refresh it asks nobody', async () => {
  const planted = [
    { token: 'endless', lifetimeMs: null },
    { token: 'plain', isRefreshable: false },
  ]
  const { network, use, ids, pass } = await plantedSession(planted, { after: 59.5 * minute })
  await pass(5 * minute)
  expect(await use(ids[0])).toBe('Bearer access of endless')
  expect(await use(ids[1])).toBe('Bearer access of plain')
  expect(network.asked).toEqual([])
})

test('after the lock nothing is handed out, not even what was used a moment before', async () => {
  const { session, use } = await plantedSession(one, { after: minute })
  await use()
  const closing = session.close()
  await expect(use()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  await closing
  await expect(use()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
})

test('an id that is not there is not found', async () => {
  const { session } = await plantedSession(one)
  const nobody = { ...ada.actor, subject: Subject.parse('grace') }
  await expect(session.resolve(nobody, 'cred_01HZZZZZZZZZZZZZZZZZZZZZZZ')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a use that comes beside a removal leaves no trace after it', async () => {
  const { session, files, use, ids, settle, view } = await plantedSession(one, { after: minute })
  const disk = deferred()
  files.beforeSync = () => disk.promise
  const id = ids[0] as never
  const removing = session.useCases.connection.remove(ada, { id })
  await settle()
  const using = use()
  await settle()
  disk.resolve()
  await Promise.all([removing, using])
  await settle()
  expect(await view()).toMatchObject({ status: 'revoked', lastUsedAt: null })
})

test('the time of a use is written down once in five minutes, however often it is used', async () => {
  const { use, files, pass, view } = await plantedSession(one)
  const before = files.syncs
  for (let times = 0; times < 200; times++) await use()
  await pass(4 * minute)
  for (let times = 0; times < 200; times++) await use()
  expect(files.syncs - before).toBe(1)
  const first = (await view()).lastUsedAt
  await pass(2 * minute)
  await use()
  await pass(0)
  expect((await view()).lastUsedAt).not.toBe(first)
})
