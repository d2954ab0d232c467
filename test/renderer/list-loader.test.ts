import { expect, test, vi } from 'vitest'
import type { ConnectionWindow } from '../../src-renderer/lib/connection-window'
import { createListLoader } from '../../src-renderer/lib/list-loader'
import type { Problem } from '../../src-renderer/lib/problem'
import { connectionView } from '../fakes/client-data'

function loaderOver(total: number) {
  const asked: (string | undefined)[] = []
  const shown: { window?: ConnectionWindow; problem?: Problem }[] = []
  const failing = { now: false }
  const loader = createListLoader({
    async read(cursor) {
      asked.push(cursor)
      if (failing.now) throw new Error('gone')
      const from = Number(cursor ?? 0)
      const items = Array.from({ length: Math.min(200, total - from) }, (_, n) => connectionView(from + n, 0))
      return { items, total, nextCursor: from + 200 < total ? String(from + 200) : null }
    },
    show: (list) => shown.push(list),
  })
  return { loader, asked, shown, failing, latest: () => shown.at(-1) }
}

test('a list loads as far as it is looked at, one page at a time, and no further', async () => {
  const { loader, asked, latest } = loaderOver(10_000)
  loader.reach(0)
  await vi.waitFor(() => expect(latest()?.window?.ids).toHaveLength(200))
  loader.reach(700)
  await vi.waitFor(() => expect(latest()?.window?.ids).toHaveLength(1000))
  expect(asked).toEqual([undefined, '200', '400', '600', '800'])
})

test('a refresh shows nothing until it reaches as far as before', async () => {
  const { loader, shown, latest } = loaderOver(1000)
  loader.reach(500)
  await vi.waitFor(() => expect(latest()?.window?.ids).toHaveLength(800))
  shown.length = 0
  loader.refresh()
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  expect(latest()?.window?.ids).toHaveLength(800)
})

test('a failing page keeps the rows that are there and says why', async () => {
  const { loader, failing, latest } = loaderOver(1000)
  loader.reach(0)
  await vi.waitFor(() => expect(latest()?.window?.ids).toHaveLength(200))
  failing.now = true
  loader.reach(400)
  await vi.waitFor(() => expect(latest()?.problem?.code).toBe('ENGINE_GONE'))
  expect(latest()?.window?.ids).toHaveLength(200)
})

test('a closed list shows nothing more', async () => {
  const { loader, shown } = loaderOver(1000)
  loader.reach(0)
  loader.close()
  // The page was answered and taken up long before the event loop turns.
  await new Promise(setImmediate)
  expect(shown).toEqual([])
})
