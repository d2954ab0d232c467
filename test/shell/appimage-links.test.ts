import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownAppImage, registerAppImage, registeredEntry } from '../../src-main/shell/appimage-links'

let home: string
let ran: string[][]
const run = async (program: string, args: readonly string[]) => {
  ran.push([program, ...args])
  return 'neurocad-connect-appimage.desktop\n'
}
const register = (program = '/home/me/Neurocad.AppImage') =>
  registerAppImage({ program, options: [], dataHome: join(home, '.local', 'share'), run })
const applications = () => join(home, '.local', 'share', 'applications')
const mime = () => join(home, '.local', 'share', 'mime')
const entry = () => join(applications(), 'neurocad-connect-appimage.desktop')

beforeEach(async () => {
  ran = []
  home = await mkdtemp(join(tmpdir(), 'neurocad-home-'))
})
afterEach(() => rm(home, { recursive: true }))

describe('an AppImage that starts', () => {
  test('is what opens our links and recipes from then on', async () => {
    await register()
    expect(await readFile(entry(), 'utf8')).toContain('Exec="/home/me/Neurocad.AppImage" "--" %u\n')
    expect(ran).toEqual([
      [
        'xdg-mime',
        'default',
        'neurocad-connect-appimage.desktop',
        'x-scheme-handler/neurocad',
        'application/vnd.neurocad.recipe+json',
      ],
      ['update-mime-database', mime()],
    ])
    expect(await readFile(join(mime(), 'packages', 'neurocad-connect-recipe.xml'), 'utf8')).toContain(
      '<glob pattern="*.neurocad-recipe"/>',
    )
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
    ran = []
    await register()
    expect((await stat(entry())).ino).toBe(before.ino)
    expect(ran.map(([program]) => program)).toEqual(['xdg-mime'])
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

describe('the AppImage that this program is', () => {
  const environment = { APPIMAGE: '/home/me/Neurocad.AppImage', APPDIR: '/tmp/.mount_NeurocXYZ' }

  test('is the one that its runtime names', () => {
    expect(ownAppImage(environment, '/tmp/.mount_NeurocXYZ/neurocad-connect')).toBe('/home/me/Neurocad.AppImage')
    expect(ownAppImage({ APPIMAGE: environment.APPIMAGE }, '/tmp/.mount_NeurocXYZ/neurocad-connect')).toBe(environment.APPIMAGE)
  })

  test('is that one also where the temporary folder is a link', async () => {
    const link = join(home, 'link')
    await symlink(home, link)
    const mounted = { ...environment, APPDIR: join(link, 'mount') }
    await mkdir(join(home, 'mount'))
    expect(ownAppImage(mounted, join(await realpath(home), 'mount', 'neurocad-connect'))).toBe(environment.APPIMAGE)
  })

  test('is none where no runtime said so', () => {
    expect(ownAppImage({}, '/opt/Neurocad Connect/neurocad-connect')).toBeUndefined()
    expect(ownAppImage({ APPIMAGE: '' }, '/opt/Neurocad Connect/neurocad-connect')).toBeUndefined()
  })

  test('is not the one that merely started it, such as a terminal: that would get our links, and the states in them', () => {
    expect(ownAppImage(environment, '/opt/Neurocad Connect/neurocad-connect')).toBeUndefined()
    expect(ownAppImage(environment, '/tmp/.mount_NeurocXYZ-other/neurocad-connect')).toBeUndefined()
  })
})
