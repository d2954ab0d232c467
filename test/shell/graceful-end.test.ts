import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
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

/** As Electron's is in the moments after `fork`: without a pid, and deaf. */
const unborn = () => {
  const asked: string[] = []
  const child = Object.assign(new EventEmitter(), {
    pid: undefined as number | undefined,
    kill: () => {
      asked.push(child.pid === undefined ? 'too soon' : 'asked')
      return child.pid !== undefined
    },
  })
  return { child, asked }
}

test('a process that is only being started is asked to end as soon as it can hear', async () => {
  const { child: starting, asked } = unborn()
  const ended = endWithin(20_000, starting)
  starting.pid = 4711
  starting.emit('spawn')
  starting.emit('exit')
  await ended
  expect(asked).toEqual(['asked'])
})

test('a process that never starts keeps nothing from ending', async () => {
  await expect(endWithin(20, unborn().child)).resolves.toBeUndefined()
})

test('a process that ended in the moment it was to be killed is no failure', async () => {
  const gone = await child('')
  gone.kill('SIGKILL')
  await once(gone, 'exit')
  const { child: late } = unborn()
  late.pid = gone.pid
  setTimeout(() => late.emit('exit'), 60)
  await expect(endWithin(20, late)).resolves.toBeUndefined()
})
