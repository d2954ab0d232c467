import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { comparePositions, type Position } from '../../../src-main/engine/vault/list-order'
import { SearchBacklog } from '../../../src-main/engine/vault/search-backlog'
import { Store } from '../../../src-main/engine/vault/store'

async function tables(): Promise<Store> {
  const store = await Store.open()
  store.script('CREATE TABLE connection (n INTEGER PRIMARY KEY, id TEXT UNIQUE, rank INTEGER, name_key TEXT)')
  return store
}

const put = (store: Store, n: number, rank: number, nameKey: string) =>
  store.run('INSERT OR REPLACE INTO connection VALUES (?, ?, ?, ?)', [n, `id${n}`, rank, nameKey])

const inOrder = (store: Store) =>
  store.all('SELECT n, id, rank, name_key FROM connection ORDER BY rank, name_key, n').map(({ n, id, rank, name_key }) => ({
    id: String(id),
    position: [Number(rank), String(name_key), Number(n)] as Position,
  }))

/** Beyond the basic plane, and just below its end: where UTF-16 has another order than the bytes of UTF-8. */
const nameKey = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '日', '\uE000', '\uFF5E', '\u{1F511}', '\u{10FFFF}'), maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const place = fc.record({ n: fc.nat(40), rank: fc.nat(2), nameKey })

test('positions are compared as SQLite puts them in order, whatever is in the names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(place, { maxLength: 40 }), async (places) => {
      const store = await tables()
      for (const { n, rank, nameKey } of places) put(store, n, rank, nameKey)
      const stored = inOrder(store)
      const sorted = [...stored].sort((a, b) => comparePositions(a.position, b.position))
      expect(sorted).toEqual(stored)
      store.close()
    }),
    { numRuns: 200 },
  )
})

test('what has changed is taken once, the last in the order of lists first, by where it is then, however it changed in between', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('change' as const), place }),
    fc.record({ kind: fc.constant('remove' as const), n: fc.nat(40) }),
    fc.record({ kind: fc.constant('take' as const), limit: fc.integer({ min: 1, max: 5 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const store = await tables()
      const backlog = new SearchBacklog()
      const waiting = new Set<string>()
      const expectedNext = (limit: number) => {
        const there = inOrder(store)
          .map(({ id }) => id)
          .filter((id) => waiting.has(id))
          .reverse()
        const gone = [...waiting].filter((id) => !there.includes(id))
        return { gone, next: [...gone, ...there].slice(0, limit) }
      }
      const take = (limit: number) => {
        const { gone, next } = expectedNext(limit)
        const taken = backlog.takeLast(store, limit)
        // Those that there are no more come first, in any order.
        const isGone = (id: string) => gone.includes(id)
        expect(taken.filter((id) => !isGone(id))).toEqual(next.filter((id) => !isGone(id)))
        expect(taken.findLastIndex(isGone)).toBe(taken.filter(isGone).length - 1)
        expect(taken).toHaveLength(next.length)
        for (const id of taken) expect(waiting.delete(id)).toBe(true)
      }
      for (const each of steps) {
        if (each.kind === 'take') take(each.limit)
        else {
          const n = each.kind === 'change' ? each.place.n : each.n
          if (each.kind === 'change') put(store, n, each.place.rank, each.place.nameKey)
          else store.run('DELETE FROM connection WHERE n = ?', [n])
          backlog.add(`id${n}`)
          waiting.add(`id${n}`)
        }
        expect(backlog.size).toBe(waiting.size)
      }
      take(100)
      expect(backlog.takeAll()).toEqual([])
      store.close()
    }),
    { numRuns: 200 },
  )
})

test('a step asks the tables for no more than a few hundred, and each is asked for once, whatever is waiting', async () => {
  const store = await tables()
  const backlog = new SearchBacklog()
  for (let n = 0; n < 3000; n++) {
    put(store, n, 0, `name ${(n * 7919) % 3000}`)
    backlog.add(`id${n}`)
  }
  const all = vi.spyOn(store, 'all')
  const taken: string[] = []
  while (backlog.size > 0) taken.push(...backlog.takeLast(store, 32))
  expect(taken).toEqual(
    inOrder(store)
      .map(({ id }) => id)
      .reverse(),
  )
  const asked = all.mock.calls.slice(0, -1).map(([, params]) => (JSON.parse(String((params as string[])[0])) as string[]).length)
  expect(Math.max(...asked)).toBeLessThanOrEqual(256)
  expect(asked.reduce((sum, count) => sum + count, 0)).toBe(3000)
  store.close()
})
