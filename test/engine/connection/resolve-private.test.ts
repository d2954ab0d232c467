import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { contract } from '../../../src-shared/contract'
import { deferred } from '../../fakes/deferred'
import { ada, grace } from './engine-fixture'
import { idOf, startPassportEngine } from './passport-fixture'
import { plantedSession } from './refresh/planted-session'

test('somebody else’s Passport is not found by who would use it, before and after its owner did', async () => {
  const running = await startPassportEngine()
  onTestFinished(() => running.stop())
  const id = idOf(await running.add())
  const theirs = () => running.resolve(grace.actor, id)
  await expect(theirs()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { connectionId: id } })
  expect(await running.identityOf(id)).toMatch(/^Bearer /)
  await expect(theirs()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { connectionId: id } })
})

test('a lock between the two steps of a Passport’s refresh loses nothing, and sends nothing more', async () => {
  const running = await startPassportEngine({ retryWindowSeconds: 0 })
  onTestFinished(() => running.stop())
  const id = idOf(await running.add())
  const reached = deferred()
  running.setFetch(async (url, init) => {
    if (url === running.demo.firstApps.neurocadUserIdentityApi?.identityUrl) {
      reached.resolve()
      return new Promise(() => undefined)
    }
    return fetch(url, init)
  })
  running.clock.advance(3_600_000)
  const using = running.identityOf(id)
  using.catch(() => undefined)
  await reached.promise
  running.setFetch(fetch)
  const restarting = running.restart()
  // The lock waits a moment, of this clock, for what was sent.
  for (let turns = 0; turns < 20; turns++) await turn()
  running.clock.advance(3000)
  await restarting
  expect(await running.identityOf(id)).toMatch(/^Bearer /)
  expect(await running.get(id)).toMatchObject({ status: 'active', distressed: false })
})

test('no procedure of the contract and no use case resolves a connection', async () => {
  const { session } = await plantedSession([])
  expect(Object.keys(contract.connection)).not.toContain('resolve')
  expect(Object.keys(session.useCases.connection)).not.toContain('resolve')
  const verbs = Object.values(session.useCases).flatMap((noun) => Object.values(noun))
  expect(verbs).not.toContain(session.resolve)
  // What settles an authorization is called so, too: it answers how that ended.
  expect(Object.entries(session.useCases).flatMap(([noun, of]) => ('resolve' in of ? [noun] : []))).toEqual(['authorization'])
  await expect(session.resolve(ada.actor, 'cred_nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
