import { join } from 'node:path'
import { listConnections } from '../../src-main/engine/connection/list-connections'
import type { Bench, Part } from './bench'
import { interleave, median, time } from './measure'
import { optional } from './optional'
import { bounded, faster, type Missing, type Row } from './row'
import { sqlcipherWith } from './sqlcipher'
import { actor, firstPage } from './unlock'

/** Ten keystrokes each. Another text in each round, so that no answer is one that was given before. */
const typed = ['juniper 42', 'kestrel 17', 'orchid 305', 'harbor 611', 'nimbus 909', 'tundra 128', 'indigo 533']
/** What somebody types first meets code that nothing has run yet, on both sides: the slowest keystroke counts those, the median does not. */
const typedFirst = ['lumen 77', 'quartz 340']

/** A keystroke of search, and a page, as the list asks for them: fifty, and how many there are in all. */
export const searchPart: Part = {
  name: 'search',
  measure: async (bench) => [
    ...(await at(bench, 10_000, { name: 'search_10k_vs_like', atLeast: 50 })),
    ...(await at(bench, 100_000, { name: 'search_100k_vs_like', atLeast: 100 })),
  ],
}

async function at({ folder, vaults, peers }: Bench, count: number, { name, atLeast }: { name: string; atLeast: number }) {
  const { vault } = await vaults.open(count, join(folder, `search-${count}`))
  const search = (query: string) => listConnections(vault, actor, { limit: 50, query })
  const { peer, missing } = await optional([name], () => sqlcipherWith(peers, folder, count))
  const table = peer?.open()
  const first = await time(() => search('a'))
  table?.search('a')
  const type = async (texts: readonly string[]) => {
    const took = { ours: [] as number[], theirs: [] as number[] }
    for (const text of texts) {
      for (let length = 1; length <= text.length; length++) {
        const query = text.slice(0, length)
        // A keystroke comes by itself: what the one before has left for later is done by then.
        await new Promise((resolve) => setImmediate(resolve))
        took.ours.push(await time(() => search(query)))
        if (table) took.theirs.push(await time(() => table.search(query.trim())))
      }
    }
    return took
  }
  const before = await type(typedFirst)
  const { ours, theirs } = await type(typed)
  const pages = await interleave(200, { page: () => firstPage(vault) })
  table?.close()
  await vault.close()
  const size = `${count / 1000}k`
  const page = median(pages.page)
  const rows: (Row | Missing)[] = [...missing]
  if (table) {
    const against = `SQLCipher LIKE '%…%', fifty and count (times faster)`
    rows.push(faster(name, median(ours), 'ms', median(theirs), against, atLeast))
  }
  rows.push(
    bounded(`search_${size}_slowest_ms`, Math.max(...before.ours, ...ours), 'ms', 16, 'the slowest keystroke of all; a frame'),
  )
  rows.push(bounded(`search_${size}_first_ms`, first, 'ms', 16, 'the first since unlocking; a frame'))
  rows.push(bounded(`page_${size}_ms`, page, 'ms', 0.3, 'first page of 50 inside the engine'))
  return rows
}
