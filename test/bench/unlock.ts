import { join } from 'node:path'
import { listConnections } from '../../src-main/engine/connection/list-connections'
import type { Vault } from '../../src-main/engine/vault/vault'
import { Subject } from '../../src-shared/domain/identifiers'
import type { Part } from './bench'
import { kdbxWith } from './kdbx'
import { median, time } from './measure'
import { optional } from './optional'
import { faster, type Row, relative } from './row'
import { sqlcipherWith } from './sqlcipher'
import { openVault } from './vault-fixtures'

export const actor = { subject: Subject.parse('bench'), label: 'Bench', org: 'bench', owner: true }

export const firstPage = (vault: Vault) => listConnections(vault, actor, { limit: 50 })

const ROUNDS = 7
/** To each of kdbxweb's, which leaves so much garbage that whoever comes first behind it pays for that. */
const EACH = 5

/** Unlock to a usable list, without the key derivation on either side. */
export const unlockPart: Part = {
  name: 'unlock',
  measure: async ({ folder, vaults, peers }) => {
    const ten = await vaults.copy(10_000, join(folder, 'ten'))
    const hundred = await vaults.copy(100_000, join(folder, 'hundred'))
    const kdbx = await optional(['unlock_vs_kdbx'], async () => {
      const file = kdbxWith(peers, folder, 10_000)
      await file.save(0)
      return file
    })
    const table = await optional(['unlock_vs_sqlcipher'], () => sqlcipherWith(peers, folder, 10_000))
    const times = { ten: [] as number[], hundred: [] as number[], kdbx: [] as number[], sqlcipher: [] as number[] }
    for (let round = -1; round < ROUNDS; round++) {
      // The first is what a cold processor does, on every side, and is not counted.
      const note = (name: keyof typeof times, took: number) => round >= 0 && times[name].push(took)
      for (let turn = 0; turn < EACH; turn++) {
        note('ten', await unlocked(ten.folder))
        note('hundred', await unlocked(hundred.folder))
        if (table.peer) note('sqlcipher', await opened(table.peer))
      }
      if (kdbx.peer) note('kdbx', await time(kdbx.peer.load))
    }
    const ours = median(times.ten)
    const rows: Row[] = [relative('unlock_100k_vs_10k', median(times.hundred), 'ms', ours, 'the same at 10,000', 8)]
    if (kdbx.peer)
      rows.unshift(
        faster('unlock_vs_kdbx', ours, 'ms', median(times.kdbx), 'kdbxweb opening 10,000, without KDF (times faster)', 250),
      )
    if (table.peer)
      rows.push(
        relative('unlock_vs_sqlcipher', ours, 'ms', median(times.sqlcipher), 'SQLCipher opened, first 50 and count, raw key'),
      )
    return [...rows, ...kdbx.missing, ...table.missing]
  },
}

/** To the first page; closing is not part of it. */
async function unlocked(folder: string): Promise<number> {
  const start = performance.now()
  const vault = await openVault(folder)
  firstPage(vault)
  const took = performance.now() - start
  await vault.close()
  return took
}

async function opened({ open }: ReturnType<typeof sqlcipherWith>): Promise<number> {
  const start = performance.now()
  const table = open()
  table.firstPage()
  const took = performance.now() - start
  table.close()
  return took
}
