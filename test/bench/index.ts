import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealReady } from '../../src-main/engine/vault/seal'
import type { Part, StandIn } from './bench'
import { commitPart } from './commit'
import { executorPart } from './executor'
import { firstLoadPart } from './first-load'
import { httpPart } from './http'
import { importPart } from './import'
import { kdfPart } from './kdf'
import { memoryPart } from './memory'
import { Peers } from './peer-packages'
import { recipesPart } from './recipes'
import { json, markdown, type Report, table } from './report'
import { resolvePart } from './resolve'
import type { Missing, Row } from './row'
import { searchPart } from './search'
import { shellPart } from './shell-stall'
import { snapshotPart } from './snapshot'
import { stallPart } from './stall'
import { unlockPart } from './unlock'
import { VaultFixtures } from './vault-fixtures'

const parts: readonly Part[] = [
  ...[commitPart, importPart, unlockPart, kdfPart, searchPart, snapshotPart, memoryPart, stallPart, executorPart],
  ...[resolvePart, recipesPart, httpPart, firstLoadPart, shellPart],
]

/** Said by `scripts/bench.mjs`, which finds and builds what a bundle cannot. */
const { output, names, standIn } = JSON.parse(process.env.NEUROCAD_BENCH ?? '') as {
  output: 'table' | 'json' | 'markdown'
  names: string[]
  standIn: StandIn
}
const unknown = names.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  process.stderr.write(`No part is named ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.\n`)
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'neurocad-bench-'))
try {
  await sealReady()
  const report = await run(parts.filter(({ name }) => names.length === 0 || names.includes(name)))
  // Of some parts or all: it says which.
  await writeFile(join('out', 'bench.json'), `${JSON.stringify(json(report), null, 2)}\n`)
  process.stdout.write(`${{ table, markdown, json: (what: Report) => JSON.stringify(json(what)) }[output](report)}\n`)
} finally {
  await rm(folder, { recursive: true })
}

async function run(chosen: readonly Part[]): Promise<Report> {
  const vaults = new VaultFixtures(folder)
  const peers = new Peers()
  const rows: Row[] = []
  const missing: Missing[] = []
  for (const { name, measure } of chosen) {
    const start = performance.now()
    const own = join(folder, name)
    await mkdir(own)
    for (const found of await measure({ folder: own, vaults, peers, standIn })) {
      if ('why' in found) missing.push(found)
      else rows.push(found)
    }
    await rm(own, { recursive: true })
    process.stderr.write(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
  }
  return { parts: chosen.map(({ name }) => name), rows, missing }
}
