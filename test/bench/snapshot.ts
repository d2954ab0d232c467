import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes } from '../../src-main/engine/vault/canonical'
import type { Part } from './bench'
import { entry } from './entry'
import { relative } from './row'

const COUNT = 10_000

/** What a settled vault takes on the disk for each connection, against the connection itself. */
export const snapshotPart: Part = {
  name: 'snapshot',
  measure: async ({ folder, vaults }) => {
    const { folder: vault } = await vaults.copy(COUNT, join(folder, 'vault'))
    const files = (await readdir(vault)).filter((name) => /^snapshot-\d+$/.test(name))
    const newest = files.sort((a, b) => Number(a.slice(9)) - Number(b.slice(9))).at(-1)
    if (newest === undefined) throw new Error('a settled vault has a snapshot')
    const each = (await stat(join(vault, newest))).size / COUNT
    const sizes = Array.from({ length: 1000 }, (_, index) => canonicalBytes(entry(index * 10)).length)
    const json = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    return [
      relative('snapshot_bytes', each, 'bytes', json, `the same connection as canonical JSON, ${Math.round(json)} bytes`, 1.3),
    ]
  },
}
