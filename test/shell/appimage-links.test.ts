import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerAppImage, registeredEntry } from '../../src-main/shell/appimage-links'

let home: string
let ran: string[][]
const run = async (program: string, args: readonly string[]) => {
  ran.push([program, ...args])
  return 'neurocad-connect-appimage.desktop\n'
}
const register = (program = '/home/me/Neurocad.AppImage') =>
  registerAppImage({ program, options: [], dataHome: join(home, '.local', 'share'), run })
const applications = () => join(home, '.local', 'share', 'applications')
const entry = () => join(applications(), 'neurocad-connect-appimage.desktop')

beforeEach(async () => {
  ran = []
  home = await mkdtemp(join(tmpdir(), 'neurocad-home-'))
})
afterEach(() => rm(home, { recursive: true }))

describe('an AppImage that starts', () => {
  test('is what opens our links from then on', async () => {
    await register()
    expect(await readFile(entry(), 'utf8')).toContain('Exec="/home/me/Neurocad.AppImage" "--" %u\n')
    expect(ran).toEqual([['xdg-mime', 'default', 'neurocad-connect-appimage.desktop', 'x-scheme-handler/neurocad']])
    expect(await readdir(applications())).toEqual(['neurocad-connect-appimage.desktop'])
  })

  test('is found again after it was moved', async () => {
    await register()
    await register('/opt/Neurocad 2.AppImage')
    expect(await readFile(entry(), 'utf8')).toContain('Exec="/opt/Neurocad 2.AppImage" "--" %u\n')
  })

  test('leaves an entry alone that says the same', async () => {
    await register()
    await chmod(entry(), 0o444)
    const before = await stat(entry())
    await register()
    expect((await stat(entry())).ino).toBe(before.ino)
  })

  test('leaves the entries of other programs alone', async () => {
    await register()
    await writeFile(join(applications(), 'neurocad-connect.desktop'), 'of the installed package')
    await register('/opt/Neurocad 2.AppImage')
    expect(await readFile(join(applications(), 'neurocad-connect.desktop'), 'utf8')).toBe('of the installed package')
  })

  test('is not registered under a path that would write lines of its own', async () => {
    await expect(register('/home/me/a\nExec=calc')).rejects.toThrow('cannot be registered')
    expect(ran).toEqual([])
  })
})

test('whoever opens our links is asked of the system', async () => {
  expect(await registeredEntry(run)).toBe('neurocad-connect-appimage.desktop')
  expect(ran).toEqual([['xdg-mime', 'query', 'default', 'x-scheme-handler/neurocad']])
})
