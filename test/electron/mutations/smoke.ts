import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../../../scripts/root.mjs'

const Report = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }), errors: z.array(z.unknown()) })

/**
 * Runs the end-to-end smoke spec on a copy of the application: the same spec that everybody runs. Throws when it could not run at all.
 * @param timeout of the one test, in milliseconds
 */
export async function smoke(application: string, timeout: number): Promise<'green' | 'red'> {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const output = join(application, 'test-results')
  const args = ['test', '--project=desktop', '--reporter=json', '--trace=off', `--timeout=${timeout}`, `--output=${output}`]
  // The whole run's own report stays what it is; this one is read from the standard output.
  const { PLAYWRIGHT_JSON_OUTPUT_FILE: _report, ...inherited } = process.env
  const env = { ...inherited, NEUROCAD_E2E_APP_ROOT: application, FORCE_COLOR: '0' }
  const child = spawn(process.execPath, [cli, ...args, 'test/e2e/smoke.spec.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await once(child, 'close')
  const json = said.slice(said.indexOf('{\n  "config"'), said.lastIndexOf('\n}') + 2)
  const { stats, errors } = Report.parse(JSON.parse(json))
  if (errors.length > 0 || stats.expected + stats.unexpected !== 1) throw new Error(`the smoke spec did not run:\n${said}`)
  return stats.unexpected === 0 ? 'green' : 'red'
}
