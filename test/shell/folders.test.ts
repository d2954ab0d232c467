import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { folders } from '../../src-main/shell/folders'
import { ShellRefusal } from '../../src-main/shell/shell-handlers'

let folder: string
let opened: string[]
let complaint: string
const handlers = folders({
  openPath: async (path) => {
    opened.push(path)
    return complaint
  },
  chooseFolder: async (startIn) => (startIn === '/home' ? '/home/chosen' : null),
})
const open = (path: string) => handlers['folder.open']({ path })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neurocad-folders-'))
  await writeFile(join(folder, 'program.sh'), '#!/bin/sh\n', { mode: 0o755 })
  await mkdir(join(folder, 'Calculator.app'))
  await mkdir(join(folder, 'CAPITALS.APP'))
  await symlink(join(folder, 'Calculator.app'), join(folder, 'link-to-a-program'))
  await symlink(join(folder, 'program.sh'), join(folder, 'looks-like-a-folder'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  opened = []
  complaint = ''
})

test('a folder that is there is shown', async () => {
  expect(await open(folder)).toBeNull()
  expect(opened).toEqual([folder])
})

describe('nothing is opened', () => {
  test.each(['program.sh', 'looks-like-a-folder', 'absent', 'program.sh/.', '\0'])(
    'for %j in it, which is no folder',
    async (name) => {
      await expect(open(`${folder}/${name}`)).rejects.toThrow(ShellRefusal)
      expect(opened).toEqual([])
    },
  )

  test.each(['Calculator.app', 'CAPITALS.APP', 'link-to-a-program', 'Calculator.app/', 'Calculator.app/.'])(
    'for %j, which is a folder and on macOS a program',
    async (name) => {
      await expect(open(`${folder}/${name}`)).rejects.toThrow(ShellRefusal)
      expect(opened).toEqual([])
    },
  )

  test('for a path that depends on where the program was started', async () => {
    await expect(open(relative(process.cwd(), folder))).rejects.toThrow('The folder is not there.')
    for (const path of ['', '.', 'https://example.com/', 'file:///']) await expect(open(path), path).rejects.toThrow(ShellRefusal)
    expect(opened).toEqual([])
  })
})

test('what the system complains of is told without its words', async () => {
  complaint = `no program for ${folder}`
  await expect(open(folder)).rejects.toThrow('The system could not show the folder.')
})

test('a person chooses a folder, or none', async () => {
  expect(await handlers['folder.choose']({ startIn: '/home' })).toEqual({ path: '/home/chosen' })
  expect(await handlers['folder.choose']({ startIn: '/elsewhere' })).toEqual({ path: null })
})
