import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { ControlClient } from '../electron/harness/control-client'
import { variable } from '../electron/module/variable'
import type { Part, StandIn } from './bench'
import { median } from './measure'
import { bounded } from './row'

const COUNT = 10_000
/** Each with a desktop of its own: on two cores one round's longest is as often the wait for one of them. */
const ROUNDS = 3
const AT_ONCE = 20
/** A compaction of this many takes a third of it. */
const AFTER_MS = 3000

const key = (index: number) => ({
  fields: { label: `Juniper ${index}`, placement: 'header', key: 'k'.repeat(40), origins: 'https://api.example.com' },
})

/**
 * The longest time for which the shell's process did nothing else, while the engine unlocks, searches and compacts 10,000 connections.
 * The calls come over the loopback: the stand-in carries the window's ports through the shell's loop, which Electron does not.
 */
export const shellPart: Part = {
  name: 'shell',
  measure: async ({ folder, standIn }) => {
    const against = 'stall of the shell; over the loopback, for the stand-in itself carries the window’s ports'
    const stalls: number[] = []
    for (let round = 0; round < ROUNDS; round++) stalls.push(await shellStall(join(folder, String(round)), standIn))
    return [bounded('shell_stall_ms', median(stalls), 'ms', 16, against)]
  },
}

async function shellStall(folder: string, standIn: StandIn): Promise<number> {
  // A demo on a new folder is unlocked, and answers scripts from its start.
  const { ready, shell, end } = await startDesktop(folder, standIn)
  const token = (await readFile(ready.tokenFile, 'utf8')).trim()
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(ready.api + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  for (let made = 0; made < COUNT; made += AT_ONCE) {
    const several = Array.from({ length: AT_ONCE }, (_, index) =>
      call('POST', '/connect/types/genericApiKey/connections', key(made + index)),
    )
    await Promise.all(several)
  }
  await call('POST', '/vault/lock', {})
  await shell.ask({ kind: 'evaluate', source: String(watchLoop), arg: null })
  await call('POST', '/vault/unlock', { password: ready.demo.vaultPassword })
  for (const query of ['j', 'juniper', 'juniper 42'])
    await call('GET', `/connect/connections?limit=200&query=${encodeURIComponent(query)}`)
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(await call('GET', '/connect/connections?query=juniper'))
  const [first] = items
  if (first === undefined) throw new Error('nothing was found')
  // Removing one compacts; it goes on after the answer.
  await call('DELETE', `/connect/connections/${first.id}`)
  await delay(AFTER_MS)
  const stall = Number(await shell.ask({ kind: 'evaluate', source: String(longestStall), arg: null }))
  await end()
  return stall
}

/** The desktop's demo, once it is ready. */
async function startDesktop(folder: string, { launch, chromium }: StandIn) {
  const env = {
    ...process.env,
    [variable.userData]: join(folder, 'shell'),
    [variable.chromium]: chromium,
    [variable.packaged]: '0',
    [variable.keyring]: 'gnome_libsecret',
  }
  const args = [launch, process.cwd(), '--json', '--demo', '--data', join(folder, 'desktop')]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] })
  if (child.stdout === null) throw new Error('its standard output is not piped')
  const shell = new ControlClient(child, () => {})
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const ready = JSON.parse(line) as { api: string; tokenFile: string; demo: { vaultPassword: string } }
  const end = async () => {
    const exited = once(child, 'exit')
    child.kill('SIGTERM')
    await exited
  }
  return { shell, ready, end }
}

/** Both run in the shell's process, where they arrive as source. */
function watchLoop(): void {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  histogram.enable()
  Reflect.set(globalThis, 'loopDelay', histogram)
}

/** In milliseconds, without the one between two looks. */
function longestStall(): number {
  return Reflect.get(globalThis, 'loopDelay').max / 1e6 - 1
}
