import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { benchPassword, filledVault } from './filled-vault'
import { interleaved, time } from './measure'
import type { Row } from './row'

interface Ready {
  api: string
  tokenFile: string
}

/** `serve` as people start it: how soon it is ready, how soon a whole unlock is done, and how much memory it ever took. */
export async function processRows(folder: string): Promise<Row[]> {
  const data = join(folder, 'served')
  const { vault } = await filledVault(data, 10_000, { realKdf: true })
  await vault.close()
  const start = await interleaved(
    5,
    async () => stop((await serve(data)).child),
    async () => {
      await once(spawn(process.execPath, ['-e', '0']), 'exit')
    },
  )
  const { child, ready } = await serve(data)
  const token = (await readFile(ready.tokenFile, 'utf8')).trim()
  const call = (method: string, path: string, body?: object) =>
    fetch(ready.api + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const unlock = await time(() => call('POST', '/vault/unlock', { password: benchPassword }))
  // A program that is in use, not one that was just started.
  for (let round = 0; round < 100; round++) await (await call('GET', '/connect/connections')).arrayBuffer()
  const list = await interleaved(
    200,
    async () => (await call('GET', '/connect/connections')).arrayBuffer(),
    async () => (await call('GET', '/health')).arrayBuffer(),
  )
  const directory = await interleaved(
    200,
    async () => (await call('GET', '/connect/directory')).arrayBuffer(),
    async () => (await call('GET', '/health')).arrayBuffer(),
  )
  const peak = await peakMiB(child)
  await stop(child)
  return [
    { name: 'cold_start', value: start.ours, unit: 'ms', against: 'node starting and ending', ratio: start.ours / start.theirs },
    { name: 'unlock_with_kdf', value: unlock, unit: 'ms', against: 'one second', ratio: unlock / 1000, target: { atMost: 1 } },
    { name: 'list_50_over_http', value: list.ours, unit: 'ms', against: '2 ms', ratio: list.ours / 2, target: { atMost: 1 } },
    {
      name: 'directory_over_http',
      value: directory.ours,
      unit: 'ms',
      against: '2 ms',
      ratio: directory.ours / 2,
      target: { atMost: 1 },
    },
    { name: 'health_over_http', value: list.theirs, unit: 'ms', against: '1 ms', ratio: list.theirs },
    { name: 'peak_memory_10k', value: peak, unit: 'MiB', against: '150 MiB', ratio: peak / 150 },
  ]
}

async function serve(data: string): Promise<{ child: ChildProcess; ready: Ready }> {
  const args = [join('out', 'serve', 'serve.js'), '--json', '--no-open', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, ready: JSON.parse(line) as Ready }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** `VmHWM`: the most that was ever resident. Linux only, as is the table in the README. */
async function peakMiB(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
