import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Part } from './bench'
import { labelOf, secretOf } from './entry'
import { ExecutorServer } from './executor-server'
import { interleave, median } from './measure'
import { optional } from './optional'
import { faster } from './row'
import { Served } from './served'

const COUNT = 1000
/** The most that a page of ours holds. */
const PAGE = 200

/** `serve` beside `executor` 1.5.9: the same keys of 1 KiB, one request at a time, each over a connection that is kept. */
export const executorPart: Part = {
  name: 'executor',
  measure: async ({ folder, peers }) => {
    const names = ['executor_create', 'executor_list', 'executor_get']
    const { peer: executor, missing } = await optional(names, () => ExecutorServer.start(peers, join(folder, 'executor')))
    if (executor === undefined) return missing
    const data = join(folder, 'data')
    await mkdir(data)
    const served = await Served.start(data)
    try {
      await served.create()
      const ids: string[] = []
      const keys = Array.from({ length: COUNT }, (_, index) => Object.values(secretOf(index)).join('.'))
      const create = await interleave(COUNT, {
        ours: async (index) => {
          const fields = { label: labelOf(index), placement: 'header', key: keys[index], origins: 'https://api.example.com' }
          const { id } = await served.client.call<{ id: string }>('POST', '/connect/types/genericApiKey/connections', { fields })
          ids.push(id)
        },
        theirs: (index) => executor.create(index, labelOf(index), keys[index] ?? ''),
      })
      const list = await interleave(15, {
        ours: async () => same(await listAll(served)),
        theirs: async () => same(await executor.list()),
      })
      const get = await interleave(COUNT, {
        ours: (index) => served.client.text('GET', `/connect/connections/${ids[index]}`),
        theirs: (index) => executor.get(index),
      })
      const against = (what: string) => `\`executor\` 1.5.9: ${what} (times faster)`
      const row = (name: string, times: { ours: number[]; theirs: number[] }, what: string, atLeast: number) =>
        faster(name, median(times.ours), 'ms', median(times.theirs), against(what), atLeast)
      return [
        row('executor_create', create, `one of ${COUNT} creates over HTTP`, 20),
        row('executor_list', list, `all ${COUNT}, ours in pages of ${PAGE} to the end`, 5),
        row('executor_get', get, `one of ${COUNT} gets over HTTP`, 5),
      ]
    } finally {
      await served.stop()
      await executor.stop()
    }
  },
}

/** Page after page. */
async function listAll({ client }: Served): Promise<number> {
  let found = 0
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: { items: unknown[]; nextCursor: string | null } = await client.call(
      'GET',
      `/connect/connections?limit=${PAGE}${at}`,
    )
    found += page.items.length
    cursor = page.nextCursor
  }
  return found
}

function same(count: number): void {
  if (count !== COUNT) throw new Error(`${count} of ${COUNT} connections are listed`)
}
