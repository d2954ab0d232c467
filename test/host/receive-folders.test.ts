import { link, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { receiveFolders } from '../../src-main/host/receive-folders'

/** A folder to receive in, and one beside it that nothing may be written to. */
async function disk() {
  const outside = await realpath(await mkdtemp(join(tmpdir(), 'connect-receive-')))
  onTestFinished(() => rm(outside, { recursive: true }))
  await writeFile(join(outside, 'victim'), 'victim')
  const folder = await receiveFolders.make(join(outside, 'a', 'received'))
  const put = async (name: string, text: string) => {
    const part = await folder.part(name)
    await part.write(await part.size(), Buffer.from(text))
    await part.datasync()
    await part.close()
  }
  const read = (name: string) => readFile(join(folder.path, name), 'utf8')
  return { outside, folder, put, read, victim: () => readFile(join(outside, 'victim'), 'utf8') }
}

test('a part is its owner’s alone, grows where it ended, and takes its name when it is whole', async () => {
  const { folder, put, read } = await disk()
  await put('.x.part', 'one ')
  await put('.x.part', 'two')
  expect((await stat(join(folder.path, '.x.part'))).mode & 0o777).toBe(0o600)
  expect(await folder.place('.x.part', 'x.step')).toBe(true)
  expect(await read('x.step')).toBe('one two')
  expect(await readdir(folder.path)).toEqual(['x.step'])
})

test.each(['a file', 'a link to a file', 'a link to nothing', 'a folder'])(
  '%s that has the name is not replaced',
  async (kind) => {
    const { outside, folder, put, victim } = await disk()
    const taken = join(folder.path, 'x.step')
    if (kind === 'a file') await writeFile(taken, 'mine')
    if (kind === 'a link to a file') await symlink(join(outside, 'victim'), taken)
    if (kind === 'a link to nothing') await symlink(join(outside, 'nothing'), taken)
    if (kind === 'a folder') await mkdir(taken)
    const before = await lstat(taken)
    await put('.x.part', 'new')
    expect(await folder.isFree('x.step')).toBe(false)
    expect(await folder.place('.x.part', 'x.step')).toBe(false)
    expect((await lstat(taken)).ino).toBe(before.ino)
    expect(await victim()).toBe('victim')
    expect((await readdir(outside)).sort()).toEqual(['a', 'victim'])
  },
)

test.each(['a link', 'a link to nothing', 'a second name of a file'])(
  '%s in the part’s place is not written through',
  async (kind) => {
    const { outside, folder, put, read, victim } = await disk()
    const part = join(folder.path, '.x.part')
    if (kind === 'a second name of a file') await link(join(outside, 'victim'), part)
    else await symlink(join(outside, kind === 'a link' ? 'victim' : 'nothing'), part)
    await put('.x.part', 'new')
    expect(await read('.x.part')).toBe('new')
    expect(await victim()).toBe('victim')
    expect((await readdir(outside)).sort()).toEqual(['a', 'victim'])
  },
)

test('a folder in the part’s place makes the folder unusable, and loses nothing', async () => {
  const { folder, put, read } = await disk()
  await mkdir(join(folder.path, '.x.part'))
  await writeFile(join(folder.path, '.x.part', 'mine'), 'mine')
  await expect(put('.x.part', 'new')).rejects.toMatchObject({ problem: 'unusable' })
  expect(await read('.x.part/mine')).toBe('mine')
})

test('only a plain file is read', async () => {
  const { outside, folder } = await disk()
  await symlink(join(outside, 'victim'), join(folder.path, 'link'))
  await mkdir(join(folder.path, 'folder'))
  for (const name of ['link', 'folder', 'absent']) expect(await folder.open(name), name).toBeUndefined()
})

test('a folder behind a link is known by where it really is; one that is not there is made, or not found', async () => {
  const { outside, folder } = await disk()
  await symlink(folder.path, join(outside, 'link'))
  expect((await receiveFolders.make(join(outside, 'link'))).path).toBe(folder.path)
  expect((await receiveFolders.find(join(outside, 'link')))?.path).toBe(folder.path)
  expect(await receiveFolders.find(join(outside, 'absent'))).toBeUndefined()
  expect(await receiveFolders.find(join(outside, 'victim'))).toBeUndefined()
  await expect(receiveFolders.make(join(outside, 'victim'))).rejects.toMatchObject({ problem: 'unusable' })
  await expect(receiveFolders.make('/proc/nothing/here')).rejects.toMatchObject({ problem: 'unusable' })
  expect(await folder.room()).toBeGreaterThan(0)
})
