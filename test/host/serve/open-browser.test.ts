import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { hasDisplay, openBrowser } from '../../../src-main/host/serve/open-browser'

const url = 'http://127.0.0.1:41234/#ticket=very-secret-ticket'

/** A browser opener that notes its arguments and what the file it was given says. */
async function opener() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-opener-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [args, page] = [join(folder, 'args'), join(folder, 'page')]
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\ncp "$1" ${page}\necho "$@" > ${args}.part\nmv ${args}.part ${args}\n`)
  await chmod(join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const told = () => vi.waitFor(() => readFile(args, 'utf8'), { timeout: 10_000 })
  return { folder, told, page: () => readFile(page, 'utf8') }
}

test('the ticket is in a file of this user alone, never in an argument list', async () => {
  const { told, page } = await opener()
  const remove = await openBrowser(url, 'linux')
  const path = (await told()).trim()
  expect(path).toMatch(/open\.html$/)
  expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600')
  expect(await page()).toContain(url)
  await remove()
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('the file is gone after 60 seconds by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { told, folder } = await opener()
  await openBrowser(url, 'linux')
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  await told().catch(() => undefined)
  const left = async () => (await readdir(folder)).filter((name) => name.startsWith('neurocad-connect-open-'))
  await vi.waitFor(async () => expect(await left()).toEqual([]))
})

test('where no opener is installed, nothing fails and no file stays', async () => {
  const { folder } = await opener()
  vi.stubEnv('PATH', '/nowhere')
  await openBrowser(url, 'linux')
  await vi.waitFor(async () => expect((await readdir(folder)).sort()).toEqual(['xdg-open']))
})

test('without a display nothing tries to open a window', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
})
