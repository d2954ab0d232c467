import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { endWithin } from '../../src-main/shell/graceful-end'

/** A real process that does what `onTerm` says at SIGTERM. Resolves when it listens. */
async function child(onTerm: string): Promise<ChildProcess> {
  const program = `process.on('SIGTERM', () => { ${onTerm} }); setInterval(() => {}, 1000); console.log('ready')`
  const started = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (started.stdout) await once(started.stdout, 'data')
  return started
}

test('a process that ends by itself is waited for, and not killed', async () => {
  const killed: number[] = []
  const polite = await child('setTimeout(() => process.exit(0), 50)')
  await endWithin(20_000, polite, (pid) => killed.push(pid))
  expect(polite.exitCode).toBe(0)
  expect(killed).toEqual([])
})

test('a process that does not end is killed, and gone when that is said', async () => {
  const stubborn = await child('')
  await endWithin(50, stubborn)
  expect(stubborn.signalCode).toBe('SIGKILL')
})
