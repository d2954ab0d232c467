import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { listen } from '../../../src-main/host/http/listener'
import { parentFolder, spawnServe } from './serve-process'

const quiet = ['--no-open', '--json']

/** Everything in a folder with its bytes, to see that nothing was touched. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const bytes = await Promise.all(files.map(async (path) => [path, (await readFile(path)).toString('base64')] as const))
  return Object.fromEntries(bytes)
}

async function refused(code: number, ...args: string[]) {
  const { ended, output } = spawnServe(...args)
  expect([await ended, output]).toEqual([code, { stdout: '', stderr: expect.stringMatching(/^[^\n]+\n$/) }])
  return output.stderr
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0; standard output was the ready line alone', async (signal) => {
  const { child, ready, ended, output } = spawnServe('--data', join(await parentFolder(), 'data'), ...quiet)
  const { url } = await ready()
  expect((await fetch(`${url}api/health`)).status).toBe(200)
  child.kill(signal)
  expect(await ended).toBe(0)
  expect(output.stdout).toMatch(/^\{"event":"ready",[^\n]*\}\n$/)
})

test('a signal during the start lets it finish what is in hand, then ends it with 0', async () => {
  const data = join(await parentFolder(), 'data')
  const { child, ended, output } = spawnServe('--demo', '--data', data, ...quiet)
  // Made before the vault is, which takes far longer.
  await vi.waitFor(() => stat(join(data, 'api-token')), { timeout: 10_000, interval: 5 })
  child.kill('SIGTERM')
  expect([await ended, output.stdout]).toEqual([0, ''])
  const again = spawnServe('--demo', '--data', data, ...quiet)
  const { api } = await again.ready()
  expect((await (await fetch(`${api}/health`)).json()).vault).toBe('locked')
})

test('the demo starts unlocked, is locked by its end, and starts locked the next time', async () => {
  const data = join(await parentFolder(), 'data')
  for (const vault of ['unlocked', 'locked']) {
    const { child, ready, ended, output } = spawnServe('--demo', '--data', data, ...quiet)
    const { api, demo } = await ready()
    expect((await (await fetch(`${api}/health`)).json()).vault).toBe(vault)
    expect(((await stat(demo?.actors.teammate.tokenFile ?? '')).mode & 0o777).toString(8)).toBe('600')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(output.stdout.trim().split('\n')).toHaveLength(1)
  }
})

test('a second process is refused with 3 and one line, and the first goes on; one that was killed leaves the folder free', async () => {
  const data = join(await parentFolder(), 'data')
  const first = spawnServe('--data', data, ...quiet)
  const { api } = await first.ready()
  await refused(3, '--data', data, ...quiet)
  expect((await fetch(`${api}/health`)).status).toBe(200)
  first.child.kill('SIGKILL')
  await first.ended
  const next = spawnServe('--data', data, ...quiet)
  expect((await next.ready()).event).toBe('ready')
})

test('a taken port is refused with 4 and one line, and nothing is made', async () => {
  const parent = await parentFolder()
  const taken = await listen(0)
  expect(await refused(4, '--data', join(parent, 'data'), '--port', String(taken.port), ...quiet)).toContain(String(taken.port))
  await taken.close(0)
  expect(await readdir(parent)).toEqual([])
})

test('a folder that cannot be used is refused with 5 and one line', async () => {
  const parent = await parentFolder()
  await writeFile(join(parent, 'file'), '')
  for (const folder of [join(parent, 'file'), join(parent, 'no', 'such'), join(parent, 'two\nlines', 'such'), '/proc/self'])
    await refused(5, '--data', folder, ...quiet)
  expect(await readdir(parent)).toEqual(['file'])
})

test('a header of an unknown format is refused with 6 and one line, and left as it is', async () => {
  const data = join(await parentFolder(), 'data')
  await mkdir(data)
  await writeFile(join(data, 'header'), 'a header of another time')
  const before = await contents(data)
  await refused(6, '--data', data, ...quiet)
  await refused(6, '--demo', '--data', data, ...quiet)
  expect(await contents(data)).toEqual(before)
})

test('a demo’s vault without --demo is refused with 7 and one line, and left as it is', async () => {
  const data = join(await parentFolder(), 'data')
  const demo = spawnServe('--demo', '--data', data, ...quiet)
  await demo.ready()
  demo.child.kill('SIGTERM')
  await demo.ended
  const before = await contents(data)
  await refused(7, '--data', data, ...quiet)
  expect(await contents(data)).toEqual(before)
})

test('an unknown option is refused with 2 and one line', async () => {
  expect(await refused(2, '--prot', '1')).toContain('--prot')
})

test('a reader of standard output that went away ends nothing', async () => {
  const free = await listen(0)
  await free.close(0)
  const { child, ended } = spawnServe('--data', join(await parentFolder(), 'data'), '--no-open', '--port', String(free.port))
  child.stdout.destroy()
  const health = () => fetch(`${free.origin}/api/health`).then(({ status }) => expect(status).toBe(200))
  await vi.waitFor(health, { timeout: 10_000 })
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
