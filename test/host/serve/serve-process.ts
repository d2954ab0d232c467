import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Ready } from '../../../src-main/host/serve/ready-line'
import { STATE_VARIABLE } from '../../../src-main/host/serve/state-folder'

const built = fileURLToPath(new URL('../../../out/serve/serve.js', import.meta.url))

/** An empty folder in which data folders are made. Gone when the test is. */
export async function parentFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-process-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return parent
}

/** The built `serve` in a process of its own, without a display. Killed when the test ends, if it still runs. */
export const spawnServe = (...args: string[]) => spawnServeWith({}, ...args)

/** What is kept outside the vault's folder goes beside it, and with it when the test is over. */
function stateBeside(args: readonly string[]): string {
  const data = args[args.indexOf('--data') + 1]
  return args.includes('--data') && data ? `${data}-state` : '/nowhere'
}

/** The same, with more in its environment. */
export function spawnServeWith(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [built, ...args], {
    env: { PATH: process.env.PATH, HOME: '/nowhere', [STATE_VARIABLE]: stateBeside(args), ...environment },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const ready = async (): Promise<Ready> => {
    while (!output.stdout.includes('\n')) {
      const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)])
      if (over) throw new Error(`serve ended: ${output.stderr}`)
    }
    return JSON.parse(output.stdout)
  }
  return { child, output, ended, ready }
}
