// `npm test [unit|e2e|long] [-- files]`: builds when needed, runs the runners, and ends with one line over all of them.
// A runner that crashes, or finds no test, counts as a failure: it would otherwise pass by testing nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installed } from './desktop.mjs'
import { root } from './root.mjs'
import { absentDrivers, playwrightCounts, vitestCounts } from './test-report.mjs'

const reports = mkdtempSync(join(tmpdir(), 'neurocad-test-'))
const playwrightReport = join(reports, 'playwright.json')

/**
 * @param {string[]} args files and options
 * @param {string} name of its report
 */
const vitest = (args, name = 'vitest') => {
  const report = join(reports, `${name}.json`)
  return {
    name,
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    counts: () => vitestCounts(report),
  }
}

/** Not one of them waits for anything, so that they fill the time in which all others do. */
const simulator = () => vitest(['--project=simulator'], 'simulator')
const allButSimulator = () => vitest(['--project=!simulator'])

/** @param {string[]} files */
const playwright = (files) => ({
  name: 'playwright',
  args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json', ...files],
  counts: () => playwrightCounts(playwrightReport),
})

const suites = {
  all: () => [allButSimulator(), playwright([])],
  unit: (/** @type {string[]} */ files) => (files.length === 0 ? [allButSimulator()] : [vitest(files)]),
  e2e: (/** @type {string[]} */ files) => [playwright(files)],
  // The same guarantees as in every run, with many more kills and schedules; every spec under every driver, and every page in another language.
  long: () => [vitest(['.long.test']), playwright([])],
}

const [asked = 'all', ...files] = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const notes = []
try {
  const suite = suites[/** @type {keyof typeof suites} */ (asked)]
  if (!suite) throw new Error(`Say one of: ${Object.keys(suites).join(', ')}.`)
  await build()
  const isWhole = asked === 'all' || (asked === 'unit' && files.length === 0)
  await Promise.all([isWhole && runBeside(simulator()), runInTurn(suite(files))])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  total.failed++
}
rmSync(reports, { recursive: true, force: true })
for (const note of notes) process.stdout.write(`${note}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @typedef {ReturnType<typeof vitest> | ReturnType<typeof playwright>} Runner */

/**
 * @param {Runner} runner
 * @param {number | null} code
 */
function count({ counts }, code) {
  const { passed, failed } = counts()
  total.passed += passed
  // Counted as a failure of its own when the report alone would look like a success.
  total.failed += failed || (code === 0 && passed > 0 ? 0 : 1)
}

/** @param {Runner[]} runners */
async function runInTurn(runners) {
  for (const runner of runners) {
    if (runner.name === 'playwright') {
      await findChromium()
      notes.push(...absentDrivers(installed()))
    }
    count(runner, await ended(start(runner.args, 'inherit')))
  }
}

/**
 * Runs at the lowest priority, beside what is run meanwhile. What it says is shown whole, at its end.
 * @param {Runner} runner
 */
async function runBeside(runner) {
  const child = start(runner.args, 'pipe')
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  /** @type {Buffer[]} */
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  const code = await ended(child)
  process.stdout.write(Buffer.concat(said))
  count(runner, code)
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 */
function start(args, output) {
  const env = {
    ...process.env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    ...(asked === 'long' ? { NEUROCAD_LONG: '1' } : {}),
    ...(asked === 'all' ? { NEUROCAD_E2E_ONCE: '1' } : {}),
  }
  return spawn(process.execPath, args, { cwd: root, stdio: ['inherit', output, output], env })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | null>}
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}
