import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let started: ChildProcessByStdio<null, Readable, Readable>[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neurocad-run-'))
  started = []
})
afterEach(() => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** What a person types, on a machine without a display. */
function npm(script: string) {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env
  const args = ['run', '--silent', script, '--', '--json', '--data', folder]
  const child = spawn('npm', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const lines = createInterface({ input: child.stdout })
  const ready = once(lines, 'line').then(([line]) => JSON.parse(String(line)))
  return { child, ready, said }
}

test('a signal to npm reaches the server, which ends with 0 and gives the folder back', async () => {
  for (const _start of ['first', 'again']) {
    const { child, ready } = npm('serve')
    expect(await ready).toMatchObject({ event: 'ready' })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }
})

test('without a display the same application runs as a server, and one line says so', async () => {
  const { child, ready, said } = npm('start')
  const { url } = await ready
  expect((await fetch(url)).status).toBe(200)
  expect(said.filter((line) => !line.startsWith('npm warn'))).toEqual([
    'There is no display for a window. Running the same application as a server instead.',
  ])
  child.kill('SIGTERM')
  await once(child, 'exit')
})

test('the demo runs the demo, with what a script needs to use it', async () => {
  const { child, ready } = npm('demo')
  const { api, demo } = await ready
  expect(await (await fetch(`${api}/health`)).json()).toMatchObject({ vault: 'unlocked' })
  expect(demo).toMatchObject({ vaultPassword: expect.any(String), slack: expect.stringContaining('http://127.0.0.1:') })
  child.kill('SIGTERM')
  await once(child, 'exit')
})
