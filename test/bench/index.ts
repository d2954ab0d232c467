import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealReady } from '../../src-main/engine/vault/seal'
import { commitRows } from './commit'
import { firstLoadRow } from './first-load'
import { processRows } from './process'
import { recipeRows } from './recipes'
import { resolveRows } from './resolve'
import { json, type Row, table } from './row'
import { shellStallRow } from './shell-stall'
import { readingRows } from './unlock'

// Each part makes its own vaults on the disk of the temporary folder, and takes them away.
const folder = await mkdtemp(join(tmpdir(), 'neurocad-bench-'))
try {
  await sealReady()
  const rows: Row[] = []
  for (const part of [commitRows, readingRows, resolveRows, recipeRows, processRows]) rows.push(...(await part(folder)))
  rows.push(await firstLoadRow())
  // Said by `scripts/bench.mjs`, which finds and builds what a bundle cannot.
  rows.push(await shellStallRow(folder, JSON.parse(process.env.NEUROCAD_BENCH_STANDIN ?? '')))
  process.stdout.write(`${process.argv.includes('--json') ? json(rows) : table(rows)}\n`)
} finally {
  await rm(folder, { recursive: true })
}
