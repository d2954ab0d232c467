import { join } from 'node:path'
import type { Part } from './bench'
import { addConnections } from './filled-vault'
import { interleave, median } from './measure'
import { relative } from './row'

const IMPORTED = 1000
const ROUNDS = 7

/** Many new connections in one group commit, each against a commit of its own. */
export const importPart: Part = {
  name: 'import',
  measure: async ({ folder, vaults }) => {
    const { vault } = await vaults.open(10_000, join(folder, 'vault'))
    let made = 20_000
    const add = async (count: number) => {
      made += count
      await addConnections(vault, made, count)
    }
    const one: number[] = []
    const times = await interleave(ROUNDS, {
      group: () => add(IMPORTED),
      one: async () => {
        const { single } = await interleave(50, { single: () => add(1) })
        one.push(...single)
        // The import before may have begun a compaction: both are measured without one.
        await vault.settled()
      },
    })
    await vault.close()
    const each = median(times.group) / IMPORTED
    return [relative('import_vs_commit', each, 'ms', median(one), `a commit of one; ${IMPORTED} in one group, per record`, 0.2)]
  },
}
