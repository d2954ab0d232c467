// `npm test [unit|e2e|long] [-- files]`: builds when needed, runs the runners, and ends with one line over all of them.
// A runner that crashes, or finds no test, counts as a failure: it would otherwise pass by testing nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installed } from './desktop.mjs'
import { root } from './root.mjs'
import { absentDrivers, playwrightCounts, vitestCounts } from './test-report.mjs'

const reports = mkdtempSync(join(tmpdir(), 'neurocad-test-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

/** @param {string[]} files */
const vitest = (files) => ({
  name: 'vitest',
  args: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
    ...files,
  ],
  counts: () => vitestCounts(vitestReport),
})

/** @param {string[]} files */
const playwright = (files) => ({
  name: 'playwright',
  args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json', ...files],
  counts: () => playwrightCounts(playwrightReport),
})

const suites = {
  all: () => [vitest([]), playwright([])],
  unit: (/** @type {string[]} */ files) => [vitest(files)],
  e2e: (/** @type {string[]} */ files) => [playwright(files)],
  // The same guarantees as in every run, with many more kills and schedules; and every page in another language.
  long: () => [vitest(['.long.test']), playwright(['fake-client/words'])],
}

const [asked = 'all', ...files] = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const notes = []
try {
  const suite = suites[/** @type {keyof typeof suites} */ (asked)]
  if (!suite) throw new Error(`Say one of: ${Object.keys(suites).join(', ')}.`)
  await build()
  for (const runner of suite(files)) {
    if (runner.name === 'playwright') {
      await findChromium()
      notes.push(...absentDrivers(installed()))
    }
    const code = await run(runner.args)
    const counts = runner.counts()
    total.passed += counts.passed
    // Counted as a failure of its own when the report alone would look like a success.
    total.failed += counts.failed || (code === 0 && counts.passed > 0 ? 0 : 1)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  total.failed++
}
rmSync(reports, { recursive: true, force: true })
for (const note of notes) process.stdout.write(`${note}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

/**
 * @param {string[]} args
 * @returns {Promise<number | null>}
 */
function run(args) {
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    ...(asked === 'long' ? { NEUROCAD_LONG: '1' } : {}),
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env })
    child.once('error', reject)
    child.once('exit', resolve)
  })
}
