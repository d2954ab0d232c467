import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { takeDataFolder } from '../../src-main/host/data-folder'

async function parentFolder() {
  const parent = await mkdtemp(join(tmpdir(), 'connect-data-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  return parent
}

test('a folder whose parent exists is made for this user alone', async () => {
  const folder = join(await parentFolder(), 'data')
  const taken = await takeDataFolder(folder)
  expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('700')
  expect(await readdir(folder)).toEqual([])
  await taken.release()
})

test('a folder that was made and stayed empty is gone again, one with something in it stays', async () => {
  const parent = await parentFolder()
  await (await takeDataFolder(join(parent, 'empty'))).release()
  const used = await takeDataFolder(join(parent, 'used'))
  await writeFile(join(parent, 'used', 'header'), '')
  await used.release()
  await mkdir(join(parent, 'was there'))
  await (await takeDataFolder(join(parent, 'was there'))).release()
  expect((await readdir(parent)).sort()).toEqual(['used', 'was there'])
})

test('a folder that another process has is refused with 3, and left untouched', async () => {
  const folder = await parentFolder()
  const taken = await takeDataFolder(folder)
  await expect(takeDataFolder(folder)).rejects.toMatchObject({ name: 'StartError', code: 3 })
  expect(await readdir(folder)).toEqual([])
  await taken.release()
  await (await takeDataFolder(folder)).release()
})

test('what is no usable folder is refused with 5 and one line that names it', async () => {
  const parent = await parentFolder()
  await writeFile(join(parent, 'file'), '')
  // In /proc nobody, root included, can make a file or a folder.
  for (const folder of [
    join(parent, 'file'),
    join(parent, 'file', 'in it'),
    join(parent, 'no', 'such'),
    '/proc/self',
    '/proc/made',
  ]) {
    const error = await takeDataFolder(folder).catch((reason: unknown) => reason)
    expect([folder, error]).toMatchObject([folder, { name: 'StartError', code: 5 }])
    expect(String(error)).toContain(folder.startsWith('/proc') ? '/proc' : parent)
    expect(String(error)).not.toContain('\n')
  }
  expect(await readdir(parent)).toEqual(['file'])
})
