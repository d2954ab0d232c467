import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { absentDrivers, playwrightCounts, vitestCounts } from '../../scripts/test-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'neurocad-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitestReport = (change: object) =>
  report({ numTotalTests: 3, numPassedTests: 3, testResults: [{ status: 'passed', assertionResults: [{}] }], ...change })
const playwrightReport = (stats: object, errors: unknown[] = []) =>
  report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

describe('the last line of a test run', () => {
  test('counts what passed', () => {
    expect(vitestCounts(vitestReport({}))).toEqual({ passed: 3, failed: 0 })
    expect(playwrightCounts(playwrightReport({}))).toEqual({ passed: 3, failed: 0 })
  })

  test('counts a failed test as failed', () => {
    expect(vitestCounts(vitestReport({ numPassedTests: 2 }))).toEqual({ passed: 2, failed: 1 })
    expect(playwrightCounts(playwrightReport({ unexpected: 2 }))).toEqual({ passed: 3, failed: 2 })
  })

  test('counts a skipped or flaky test as failed, because its guarantee was not checked', () => {
    expect(vitestCounts(vitestReport({ numTotalTests: 4, numPendingTests: 1 }))).toEqual({ passed: 3, failed: 1 })
    expect(playwrightCounts(playwrightReport({ skipped: 1, flaky: 1 }))).toEqual({ passed: 3, failed: 2 })
  })

  test('counts a file that does not load as failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(vitestCounts(vitestReport({ testResults }))).toEqual({ passed: 3, failed: 1 })
    expect(playwrightCounts(playwrightReport({}, [{ message: 'SyntaxError' }]))).toEqual({ passed: 3, failed: 1 })
  })

  test('counts nothing as passed where there is no report, as after a crash', () => {
    expect(vitestCounts(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 })
    expect(playwrightCounts(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 })
  })
})

describe('a run says under which drivers the end-to-end specs did not run', () => {
  test('Electron, where its binary is not here', () => {
    expect(absentDrivers(undefined)).toEqual(['electron: skipped, its binary is not here'])
  })

  test('none, where it is', () => {
    expect(absentDrivers('/opt/electron/electron')).toEqual([])
  })
})
