// Reads how many tests passed and failed out of the runners' own JSON reports. No report: nothing passed.
import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * A skipped test is a guarantee nobody checked, so it counts as failed; so does a file that does not load.
 * @param {string} file
 * @returns {Counts}
 */
export function vitestCounts(file) {
  const report = read(file)
  const total = report?.numTotalTests ?? 0
  const passed = report?.numPassedTests ?? 0
  const unloaded = (report?.testResults ?? []).filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length
  return { passed, failed: total - passed + unloaded }
}

/**
 * @param {string} file
 * @returns {Counts}
 */
export function playwrightCounts(file) {
  const report = read(file)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return { passed: expected, failed: unexpected + flaky + skipped + (report?.errors?.length ?? 0) }
}

/**
 * What is said of a driver that the end-to-end specs could not run under: its absence is no failure, and no secret either.
 * @param {string | undefined} electron Electron's own binary
 * @returns {string[]} lines
 */
export function absentDrivers(electron) {
  return electron === undefined ? ['electron: skipped, its binary is not here'] : []
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
