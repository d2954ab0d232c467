import { join } from 'node:path'
import type { Bench, Part } from './bench'
import { median } from './measure'
import { bounded, type Row } from './row'
import { Served } from './served'

const ROUNDS = 5

/** Memory of the whole `serve` process in use, each round in a new one. */
export const memoryPart: Part = {
  name: 'memory',
  measure: async (bench) => [...(await at(bench, 10_000, 150)), ...(await at(bench, 100_000, 300))],
}

async function at({ folder, vaults }: Bench, count: number, atMost: number): Promise<Row[]> {
  const now: number[] = []
  const peak: number[] = []
  const { folder: data, ids } = await vaults.copy(count, join(folder, `served-${count}`))
  for (let round = 0; round < ROUNDS; round++) {
    const served = await Served.start(data)
    await served.unlock()
    await use(served, ids, round)
    const memory = await served.memory()
    now.push(memory.now)
    peak.push(memory.peak)
    await served.stop()
  }
  const size = `${count / 1000}k`
  return [
    bounded(`rss_${size}_mib`, median(now), 'MiB', atMost, '`serve` in use, VmRSS'),
    // No bound of its own: what the key derivation takes for a moment is in it.
    { ...bounded(`peak_${size}_mib`, median(peak), 'MiB', atMost, '`serve` in use, VmHWM'), target: undefined },
  ]
}

/** An hour of a person and their recipes, in a second. */
async function use({ client }: Served, ids: readonly string[], round: number): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await client.text('GET', '/connect/connections?limit=50')
  for (const query of ['k', 'kestrel', 'kestrel 4', 'orchid', 'pine 30'])
    await client.text('GET', `/connect/connections?query=${encodeURIComponent(query)}`)
  await client.text('GET', '/connect/directory')
  for (let turn = 0; turn < 200; turn++) await client.text('GET', `/connect/connections/${ids[(turn * 37) % ids.length]}`)
  for (let turn = 0; turn < 50; turn++) {
    const id = ids[(round * 50 + turn) % ids.length]
    await client.text('PATCH', `/connect/connections/${id}`, { name: `Renamed ${round} ${turn}` })
  }
}
