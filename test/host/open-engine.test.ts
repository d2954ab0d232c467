import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createVault } from '../../src-main/engine/vault/create-vault'
import { nodeFiles } from '../../src-main/host/node-files'
import { openEngine } from '../../src-main/host/open-engine'
import { systemClock } from '../../src-main/host/system-clock'
import { cheapKdf, password, quickDerive } from '../engine/vault/vault-fixture'
import { FakeLogger } from '../fakes/logger'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'connect-open-engine-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

const none = () => ({})
const opened = (path: string) =>
  openEngine({ folder: path, demo: false, endpoints: none, firstApps: none, logger: new FakeLogger(), program: 'serve' })

test('what a killed restore drill has left is gone at the next start', async () => {
  const path = await folder()
  const ports = { files: nodeFiles(path), clock: systemClock, logger: new FakeLogger(), derive: quickDerive }
  await (await createVault(ports, { password, demo: false, kdf: cheapKdf })).close()
  await mkdir(join(path, 'restore-drill'))
  await writeFile(join(path, 'restore-drill', 'journal-1'), 'a copy')
  await opened(path)
  expect(await readdir(path)).toEqual(['header', 'journal-1'])
})

test('a folder of that name in a folder without a vault is somebody’s own, and stays', async () => {
  const path = await folder()
  await mkdir(join(path, 'restore-drill'))
  await writeFile(join(path, 'restore-drill', 'plan'), 'for Thursday')
  await opened(path)
  expect(await readdir(join(path, 'restore-drill'))).toEqual(['plan'])
})

test('a folder for a copy is the owner’s alone, and empty also where one was left', async () => {
  const path = await folder()
  const files = nodeFiles(path)
  await (await files.scratch('copy')).replace('journal-1', Uint8Array.of(1))
  const again = await files.scratch('copy')
  expect(await again.list()).toEqual([])
  expect((await stat(join(path, 'copy'))).mode & 0o777).toBe(0o700)
  await again.replace('header', Uint8Array.of(1))
  expect((await stat(join(path, 'copy', 'header'))).mode & 0o777).toBe(0o600)
  await files.removeScratch('copy')
  await files.removeScratch('copy')
  expect(await readdir(path)).toEqual([])
})
