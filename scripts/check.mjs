// `npm run check`: every static check, side by side. Says what failed and how; exits 1 when anything did.
import { availableParallelism } from 'node:os'
import { fileLengthProblems } from './file-length.mjs'
import { typedLayers } from './folders.mjs'
import { layerProblems } from './layers.mjs'
import { lockFileProblems } from './lock-file.mjs'
import { sentenceProblems } from './sentences.mjs'
import { standInProblems } from './standin-coverage.mjs'
import { tool } from './tool.mjs'

/** @type {{ name: string, problems: () => Promise<string> }[]} */
const checks = [
  ...typedLayers.map((layer) => ({ name: `types of ${layer}`, problems: () => complaints('tsc', '-p', layer) })),
  { name: 'format and lint', problems: () => complaints('biome', 'check', '--error-on-warnings', '.') },
  { name: 'layers', problems: layerProblems },
  { name: 'unused code', problems: () => complaints('knip', '--no-progress', '--treat-config-hints-as-errors') },
  { name: 'file lengths', problems: async () => fileLengthProblems() },
  { name: 'stand-in for Electron', problems: standInProblems },
  { name: 'lock file', problems: async () => lockFileProblems() },
  { name: 'words', problems: async () => sentenceProblems() },
]

let failed = 0
const waiting = [...checks]
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.stdout.write(failed === 0 ? `${checks.length} checks passed\n` : `${failed} of ${checks.length} checks failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const problems = await check.problems()
    if (problems === '') continue
    failed++
    process.stdout.write(`✗ ${check.name}\n${problems.trimEnd()}\n\n`)
  }
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function complaints(name, ...args) {
  const { code, stdout, stderr } = await tool(name, ...args)
  return code === 0 ? '' : stdout + stderr || `${name} ended with ${code}`
}
