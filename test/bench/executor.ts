import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Bare } from './bare'
import type { Part } from './bench'
import { labelOf, secretOf } from './entry'
import { ExecutorServer } from './executor-server'
import type { JsonClient } from './json-client'
import { interleave, median } from './measure'
import { optional } from './optional'
import { faster } from './row'
import { Served } from './served'

const COUNT = 1000
/** The most that a page of ours holds. */
const PAGE = 200

const CREATE = '/connect/types/genericApiKey/connections'

/**
 * `serve` beside `executor` 1.5.9: the same keys of 1 KiB, one request at a time, each over a connection that is kept. And beside a bare
 * server that gives the same answers without doing anything for them: how much faster than `executor` anything on Node could be.
 */
export const executorPart: Part = {
  name: 'executor',
  measure: async ({ folder, peers }) => {
    const names = ['executor_create', 'executor_list', 'executor_get']
    const { peer: executor, missing } = await optional(names, () => ExecutorServer.start(peers, join(folder, 'executor')))
    if (executor === undefined) return missing
    const data = join(folder, 'data')
    await mkdir(data)
    const served = await Served.start(data)
    const bare = await Bare.start(join(folder, 'bare'))
    try {
      await served.create()
      const ids: string[] = []
      const keys = Array.from({ length: COUNT }, (_, index) => Object.values(secretOf(index)).join('.'))
      const bodyOf = (index: number) => ({
        fields: { label: labelOf(index), placement: 'header', key: keys[index], origins: 'https://api.example.com' },
      })
      let created = '{}'
      const create = await interleave(COUNT, {
        ours: async (index) => {
          created = await served.client.text('POST', CREATE, bodyOf(index))
          ids.push((JSON.parse(created) as { id: string }).id)
        },
        theirs: (index) => executor.create(index, labelOf(index), keys[index] ?? ''),
        bare: async (index) => void JSON.parse(await bare.client.text('POST', CREATE, bodyOf(index))),
      })
      for (const { path, text } of await pages(served.client)) await bare.learn(path, text)
      const list = await interleave(15, {
        ours: async () => same(await listAll(served.client)),
        theirs: async () => same(await executor.list()),
        bare: async () => same(await listAll(bare.client)),
      })
      const pathOf = (index: number) => `/connect/connections/${ids[index]}`
      await bare.learn(pathOf(0), created)
      const get = await interleave(COUNT, {
        ours: (index) => served.client.text('GET', pathOf(index)),
        theirs: (index) => executor.get(index),
        bare: () => bare.client.text('GET', pathOf(0)),
      })
      const against = (what: string) => `\`executor\` 1.5.9: ${what} (times faster)`
      const rows = (
        name: string,
        { ours, theirs, bare }: Record<'ours' | 'theirs' | 'bare', number[]>,
        what: string,
        atLeast: number,
      ) => [
        faster(name, median(ours), 'ms', median(theirs), against(what), atLeast),
        faster(`${name}_bare`, median(bare), 'ms', median(theirs), `the same, by a server in Node that does nothing`),
      ]
      return [
        ...rows('executor_create', create, `one of ${COUNT} creates over HTTP`, 20),
        ...rows('executor_list', list, `all ${COUNT}, ours in pages of ${PAGE} to the end`, 5),
        ...rows('executor_get', get, `one of ${COUNT} gets over HTTP`, 5),
      ]
    } finally {
      await bare.stop()
      await served.stop()
      await executor.stop()
    }
  },
}

/** Each page that a listing of all consists of, as it is asked for and as it is answered. */
async function pages(client: JsonClient): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = []
  for (let path: string | undefined = pagePath(''); path !== undefined; ) {
    const text: string = await client.text('GET', path)
    found.push({ path, text })
    path = nextOf(JSON.parse(text) as Page)
  }
  return found
}

/** Page after page. */
async function listAll(client: JsonClient): Promise<number> {
  let found = 0
  for (let path: string | undefined = pagePath(''); path !== undefined; ) {
    const page: Page = await client.call<Page>('GET', path)
    found += page.items.length
    path = nextOf(page)
  }
  return found
}

interface Page {
  items: unknown[]
  nextCursor: string | null
}

const pagePath = (cursor: string) =>
  `/connect/connections?limit=${PAGE}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
const nextOf = ({ nextCursor }: Page) => (nextCursor === null ? undefined : pagePath(nextCursor))

function same(count: number): void {
  if (count !== COUNT) throw new Error(`${count} of ${COUNT} connections are listed`)
}
