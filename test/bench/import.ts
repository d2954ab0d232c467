import { join } from 'node:path'
import type { Part } from './bench'
import { addConnections, entries } from './filled-vault'
import { interleave, median, time } from './measure'
import { relative } from './row'

const IMPORTED = 1000
const ROUNDS = 7

/** Many new connections in one group commit, each against a commit of its own. */
export const importPart: Part = {
  name: 'import',
  measure: async ({ folder, vaults }) => {
    const { vault } = await vaults.open(10_000, join(folder, 'vault'))
    let made = 20_000
    /** What is imported is there before: only what the vault does with it counts. */
    const some = (count: number) => {
      made += count
      return entries(made, count)
    }
    const one: number[] = []
    const group: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      // One by one first: what garbage a compaction has left is collected in one of fifty, and not in the middle of the group.
      const each = Array.from({ length: 50 }, () => some(1))
      const many = some(IMPORTED)
      const { single } = await interleave(each.length, { single: (index) => addConnections(vault, each[index] ?? []) })
      one.push(...single)
      group.push(await time(() => addConnections(vault, many)))
      // The import may have begun a compaction: both are measured without one.
      await vault.settled()
    }
    await vault.close()
    const each = median(group) / IMPORTED
    return [relative('import_vs_commit', each, 'ms', median(one), `a commit of one; ${IMPORTED} in one group, per record`, 0.2)]
  },
}
