import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receivedFiles } from '../../src-main/shell/received-files'
import { ShellRefusal } from '../../src-main/shell/shell-handlers'

let outside: string
let folder: string
let done: string[]
let complaint: string
const handlers = receivedFiles({
  openPath: async (path) => {
    done.push(`opened ${path}`)
    return complaint
  },
  showInFolder: (path) => done.push(`shown ${path}`),
})
const both = ['file.show', 'file.open'] as const

beforeAll(async () => {
  outside = await realpath(await mkdtemp(join(tmpdir(), 'neurocad-received-')))
  folder = join(outside, 'received')
  await mkdir(join(folder, 'folder.step'), { recursive: true })
  for (const name of ['part.step', 'setup.exe', 'INVOICE.PDF.LNK', 'run.step', 'page.html'])
    await writeFile(join(folder, name), 'x', { mode: 0o600 })
  await chmod(join(folder, 'run.step'), 0o700)
  await writeFile(join(outside, 'secret.txt'), 'x')
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  await symlink(folder, join(outside, 'other-name'))
})
afterAll(() => rm(outside, { recursive: true }))
beforeEach(() => {
  done = []
  complaint = ''
})

test('a received file is shown in its folder, and opened', async () => {
  const path = join(folder, 'part.step')
  await handlers['file.show']({ path, folder })
  await handlers['file.open']({ path, folder })
  expect(done).toEqual([`shown ${path}`, `opened ${path}`])
})

test('also where the way to its folder goes over a link', async () => {
  await handlers['file.open']({ path: join(outside, 'other-name', 'part.step'), folder: join(outside, 'other-name') })
  expect(done).toEqual([`opened ${join(folder, 'part.step')}`])
})

describe('neither shown nor opened', () => {
  test.each([
    'link.txt',
    'folder.step',
    'absent.step',
    '../secret.txt',
    '',
    '.',
    '..',
    'part.step/',
    'part.step/.',
    'part.step\0',
  ])('is %j, which is no file of the folder', async (name) => {
    for (const how of both) await expect(handlers[how]({ path: `${folder}/${name}`, folder })).rejects.toThrow(ShellRefusal)
    expect(done).toEqual([])
  })

  test('is a file of another folder, or a path that leads nowhere by itself', async () => {
    const given = [join(outside, 'secret.txt'), '/etc/hostname', 'part.step', 'https://example.com/part.step', '']
    for (const path of given)
      for (const how of both) await expect(handlers[how]({ path, folder }), path).rejects.toThrow(ShellRefusal)
    expect(done).toEqual([])
  })
})

test.each(['setup.exe', 'INVOICE.PDF.LNK', 'run.step', 'page.html'])(
  '%s could be a program: it is shown, and never opened',
  async (name) => {
    const path = join(folder, name)
    await handlers['file.show']({ path, folder })
    await expect(handlers['file.open']({ path, folder })).rejects.toThrow('could be a program')
    expect(done).toEqual([`shown ${path}`])
  },
)

test('what the system complains of is told without its words', async () => {
  complaint = `no program for ${folder}`
  await expect(handlers['file.open']({ path: join(folder, 'part.step'), folder })).rejects.toThrow(
    'The system could not show the file.',
  )
})
