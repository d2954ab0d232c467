import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireProcessLock } from '../../src-main/host/process-lock'

async function folders() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-lock-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return parent
}

// Linux has abstract sockets, macOS a socket file; the second works on Linux too, so both are proven here.
test.each(['linux', 'darwin'] as const)('on %s a folder is one process’s until it is given back', async (platform) => {
  const folder = await folders()
  const first = await acquireProcessLock(folder, platform)
  expect(first).toBeDefined()
  expect(await acquireProcessLock(folder, platform)).toBeUndefined()
  await first?.release()
  const second = await acquireProcessLock(folder, platform)
  expect(second).toBeDefined()
  await second?.release()
})

test('of many that race for a folder, one gets it', async () => {
  const folder = await folders()
  const locks = await Promise.all(Array.from({ length: 16 }, () => acquireProcessLock(folder)))
  expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1)
  await Promise.all(locks.map((lock) => lock?.release()))
})

test('another path to the same folder is the same lock, another folder is not', async () => {
  const [folder, other] = [await folders(), await folders()]
  const alias = join(other, 'alias')
  await symlink(folder, alias)
  const lock = await acquireProcessLock(folder)
  expect(await acquireProcessLock(alias)).toBeUndefined()
  const beside = await acquireProcessLock(other)
  expect(beside).toBeDefined()
  await Promise.all([lock?.release(), beside?.release()])
})

test('a socket file that a killed process left behind is taken over', async () => {
  const folder = await folders()
  const script = 'require("net").createServer().listen(process.argv[1], () => console.log("up"))'
  const child = spawn(process.execPath, ['-e', script, await socketPathOf(folder)])
  await once(child.stdout, 'data')
  expect(await acquireProcessLock(folder, 'darwin')).toBeUndefined()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const taken = await acquireProcessLock(folder, 'darwin')
  expect(taken).toBeDefined()
  await taken?.release()
})

/** Where the lock of a folder listens. Kept stable: two versions of the program must exclude each other. */
async function socketPathOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const hash = createHash('sha256').update(`${dev}:${ino}`).digest('hex')
  return join(tmpdir(), `${`neurocad-connect-${hash}`.slice(0, 40)}.sock`)
}
