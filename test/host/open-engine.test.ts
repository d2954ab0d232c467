import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeFiles } from '../../src-main/host/node-files'
import { openEngine } from '../../src-main/host/open-engine'
import { FakeLogger } from '../fakes/logger'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'connect-open-engine-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

test('what a killed restore drill has left is gone at the next start', async () => {
  const path = await folder()
  await mkdir(join(path, 'restore-drill'))
  await writeFile(join(path, 'restore-drill', 'journal-1'), 'a copy')
  const none = () => ({})
  await openEngine({ folder: path, demo: false, endpoints: none, firstApps: none, logger: new FakeLogger(), program: 'serve' })
  expect(await readdir(path)).toEqual([])
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
