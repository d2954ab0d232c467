import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { secretsOnDisk } from '../vault/secrets-on-disk'
import { ada, startEngine, type TestEngine } from './engine-fixture'

let running: TestEngine
beforeEach(async () => {
  running = await startEngine()
})
afterEach(() => running.stop())

const cases = () => running.engine.useCases
const fields = { key: 'k-secret-of-the-purged-one', placement: 'header', parameter: 'x-api-key', origins: 'https://api.example' }
const add = async (name: string) => (await cases().connection.create(ada, { type: 'genericApiKey', name, fields })).id
const list = async (query?: string) =>
  (await cases().connection.list(ada, { limit: 50, ...(query && { query }) })).items.map(({ name }) => name)

async function removed(name: string): Promise<ConnectionId> {
  const id = await add(name)
  await cases().connection.remove(ada, { id })
  return id
}

describe('a purged connection', () => {
  test('is in no list, no search and no count any more, also after the next unlock; its events stay', async () => {
    const id = await removed('Gone for good')
    await add('Stays')
    expect(await list('gone')).toEqual(['Gone for good'])
    expect(await cases().connection.purge(ada, { id })).toEqual({ purged: 1 })
    const expectGone = async () => {
      expect(await list()).toEqual(['Stays'])
      expect(await list('gone')).toEqual([])
      expect((await cases().connection.list(ada, { status: 'revoked', limit: 50 })).total).toBe(0)
      await expect(cases().connection.get(ada, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      const { items } = await cases().audit.list(ada, { limit: 100 })
      const events = items.filter(({ record }) => record === id)
      expect(events.map(({ kind }) => kind)).toEqual(['connection.purged', 'connection.removed', 'connection.added'])
      expect(events[0]?.subject).toBe('Gone for good')
    }
    await expectGone()
    await running.restart()
    await expectGone()
    expect(running.changes).not.toMatchObject([{ event: { kind: 'reset' } }])
  })

  test('has no data key left in any file, the generation before included', async () => {
    const id = await removed('Gone')
    await cases().connection.purge(ada, { id })
    await running.engine.lock()
    await running.restart()
    await running.engine.lock()
    const left = await secretsOnDisk(running.files)
    expect(left.has(id)).toBe(false)
    await running.engine.unlock({ password: 'correct horse battery' })
  })

  test('is told of to everyone who saw it', async () => {
    const id = await removed('Gone')
    running.changes.length = 0
    await cases().connection.purge(ada, { id })
    expect(running.changes).toEqual([{ event: { kind: 'connections_purged', connectionIds: [id] }, audience: 'org' }])
  })

  test('was removed before: one that is not is refused by name and stays', async () => {
    const id = await add('Alive')
    await expect(cases().connection.purge(ada, { id })).rejects.toMatchObject({ code: 'CONNECTION_NOT_REMOVED' })
    expect(await list()).toEqual(['Alive'])
    await cases().connection.remove(ada, { id })
    const outcomes = await Promise.allSettled([cases().connection.purge(ada, { id }), cases().connection.purge(ada, { id })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('goes with all others that were removed, and the rest stays', async () => {
    for (const name of ['One', 'Two', 'Three']) await removed(name)
    await add('Stays')
    expect(await cases().connection.purgeRemoved(ada, undefined)).toEqual({ purged: 3 })
    expect(await list()).toEqual(['Stays'])
    expect(await cases().connection.purgeRemoved(ada, undefined)).toEqual({ purged: 0 })
    const cards = await cases().directory.list(ada, undefined)
    expect(cards.find(({ type }) => type === 'genericApiKey')?.pill).toMatchObject({ count: 1 })
  })
})
