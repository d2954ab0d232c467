import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import { deriveFromPassword } from '../../../src-main/engine/vault/seal'
import { nodeFiles } from '../../../src-main/host/node-files'
import { acquireProcessLock } from '../../../src-main/host/process-lock'
import { checkVault } from '../../../src-main/host/serve/check'
import { checkText } from '../../../src-main/host/serve/check-text'
import { readPassword } from '../../../src-main/host/serve/read-password'
import { systemClock } from '../../../src-main/host/system-clock'
import { add, cheapKdf, password, remove, rename } from '../../engine/vault/vault-fixture'
import { FakeAnchors } from '../../fakes/anchors'
import { FakeLogger } from '../../fakes/logger'

async function lived(demo = false) {
  const parent = await mkdtemp(join(tmpdir(), 'connect-check-'))
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
  const folder = join(parent, 'data')
  await mkdir(folder)
  const anchors = new FakeAnchors()
  const derive = async (...how: Parameters<typeof deriveFromPassword>) => deriveFromPassword(...how)
  const ports = { files: nodeFiles(folder), clock: systemClock, logger: new FakeLogger(), derive, anchors }
  const vault = await createVault(ports, { password, demo, kdf: cheapKdf })
  const id = await add(vault, 'First')
  await rename(vault, id, 'First renamed', 'First')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await add(vault, 'Second')
  const end = vault.journalBytes
  await vault.close()
  return { folder, anchors, end }
}

const check = (folder: string, more: Partial<Parameters<typeof checkVault>[0]> = {}) =>
  checkVault({
    ...{ folder, demo: false, anchors: undefined, password: async () => password, progress: () => undefined },
    ...more,
  })

async function contents(folder: string) {
  const names = (await readdir(folder)).sort()
  return Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')]))
}

async function flip(folder: string, name: string, offset: number) {
  const bytes = await readFile(join(folder, name))
  bytes[offset] = (bytes[offset] ?? 0) ^ 1
  await writeFile(join(folder, name), bytes)
}

test('a whole vault is found whole, secret by secret and event by event, and not a byte of it changes', async () => {
  const { folder, anchors } = await lived()
  await writeFile(join(folder, 'api-token'), 'not of the vault itself')
  await mkdir(join(folder, 'received'))
  await rm(join(folder, 'received'), { recursive: true })
  const before = await contents(folder)
  const report = await check(folder, { anchors })
  expect(report).toMatchObject({ whole: true, problems: [], events: 6, secrets: 2, secretsOpened: 2, anchor: 'agrees' })
  expect(await contents(folder)).toEqual(before)
  expect(checkText(report)).toContain('The vault is whole.')
})

test('a flipped bit in any file of it is found, and nothing is mended', async () => {
  const { folder, end } = await lived()
  const newest = (await readdir(folder))
    .filter((name) => name.startsWith('journal-'))
    .sort()
    .at(-1)
  for (const name of (await readdir(folder)).filter((one) => one !== 'header')) {
    const length = name === newest ? end : (await readFile(join(folder, name))).length
    // An older journal is zeros behind its records: one near its beginning is flipped.
    const offset = name.startsWith('journal-') ? Math.min(length - 20, 150) : length >> 1
    await flip(folder, name, offset)
    const before = await contents(folder)
    const report = await check(folder)
    expect(report.whole, `${name} at ${offset}`).toBe(false)
    expect(checkText(report)).toContain('!')
    expect(await contents(folder)).toEqual(before)
    await flip(folder, name, offset)
  }
  expect((await check(folder)).whole).toBe(true)
}, 60_000)

test('one copy of the header is named; both destroyed are refused with 6', async () => {
  const { folder } = await lived()
  await flip(folder, 'header', 100)
  expect(checkText(await check(folder))).toContain('header')
  await flip(folder, 'header', 16 * 1024 + 100)
  await expect(check(folder)).rejects.toMatchObject({ name: 'StartError', code: 6 })
})

test('an older copy is told by what is kept outside its folder', async () => {
  const { folder, anchors, end } = await lived()
  const newest =
    (await readdir(folder))
      .filter((name) => name.startsWith('journal-'))
      .sort()
      .at(-1) ?? ''
  const bytes = await readFile(join(folder, newest))
  bytes.fill(0, 0, end)
  await writeFile(join(folder, newest), bytes)
  expect(await check(folder, { anchors })).toMatchObject({ whole: false, problems: [], anchor: 'older_copy' })
  expect(await check(folder)).toMatchObject({ whole: true, anchor: 'none' })
})

test('what cannot be looked at is refused with the code for it, before a password is asked for where that is known', async () => {
  const { folder } = await lived()
  const unasked = { password: () => Promise.reject(new Error('it was asked for')) }
  await expect(check(join(folder, 'missing'), unasked)).rejects.toMatchObject({ code: 5 })
  await expect(check(join(folder, 'header'), unasked)).rejects.toMatchObject({ code: 5 })
  await expect(check(folder, { password: async () => 'not it' })).rejects.toMatchObject({ code: 8 })
  await expect(check(folder, { demo: true })).rejects.toMatchObject({ code: 7 })
  const lock = await acquireProcessLock(folder)
  await expect(check(folder, unasked)).rejects.toMatchObject({ code: 3 })
  await lock?.release()
  expect((await check(folder)).whole).toBe(true)
})

test('an empty folder has no vault, and stays empty', async () => {
  const { folder } = await lived()
  for (const name of await readdir(folder)) await rm(join(folder, name))
  await expect(check(folder)).rejects.toMatchObject({ code: 5, message: expect.stringContaining('no vault') })
  expect(await readdir(folder)).toEqual([])
})

const silent = { write: () => true } as never

test.each([
  ['a line', ['secret words\n'], 'secret words'],
  ['a line of Windows', ['secret words\r\n'], 'secret words'],
  ['pieces without a line end', ['secret ', 'words'], 'secret words'],
  ['two lines, of which the first is no password', ['one\ntwo\n'], 'one\ntwo'],
])('a password on standard input may come as %s', async (_, pieces, expected) => {
  expect(await readPassword(Readable.from(pieces.map((piece) => Buffer.from(piece))), silent)).toBe(expected)
})

test.each([
  ['nothing', ''],
  ['an empty line', '\n'],
  ['more than any password', 'x'.repeat(70_000)],
])('%s on standard input is refused with 2', async (_, text) => {
  await expect(readPassword(Readable.from([Buffer.from(text)]), silent)).rejects.toMatchObject({ code: 2 })
})

/** A terminal on which somebody types. */
function terminal() {
  const raw: boolean[] = []
  const input = Object.assign(new Readable({ read: () => undefined }), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) })
  const shown: string[] = []
  return { input, raw, shown, prompts: { write: (text: string) => shown.push(text) } as never }
}

test('a password that is typed is shown nowhere, can be corrected, and the terminal is given back as it was', async () => {
  const { input, raw, shown, prompts } = terminal()
  const reading = readPassword(input, prompts)
  for (const typed of ['secrex', '\u007f', 't\r']) input.push(typed)
  expect(await reading).toBe('secret')
  expect(raw).toEqual([true, false])
  expect(shown).toEqual([expect.stringContaining('Password'), '\n'])
})

test('Ctrl-C while it is asked ends without a check', async () => {
  const { input, raw, prompts } = terminal()
  const reading = readPassword(input, prompts)
  input.push('sec\u0003')
  await expect(reading).rejects.toMatchObject({ code: 130 })
  expect(raw).toEqual([true, false])
})
