import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { FakeFiles } from '../../fakes/files'
import { add, names, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

const COUNT = 12
let made: FakeFiles
let written: number
/** Where each record begins, and the end of the last. */
let starts: number[]

beforeAll(async () => {
  const { ports, vault } = await newVault()
  for (let index = 0; index < COUNT; index++) await add(vault, name(index))
  await vault.close()
  made = ports.files
  const journal = Buffer.from(made.contents.get('journal-1') ?? [])
  written = journal.length
  while (journal[written - 1] === 0) written--
  const mark = Buffer.from([0x89, 0x4e, 0x43, 0x4a, 0x0d, 0x0a, 0x1a, 0x01])
  starts = []
  for (let at = journal.indexOf(mark); at !== -1; at = journal.indexOf(mark, at + 1)) starts.push(at)
  starts.push(written)
})

const name = (index: number) => `Connection ${String(index).padStart(2, '0')}`
/** The connections whose records end at or before `offset`; the first record is the making of the vault. */
const namesUpTo = (offset: number) => starts.slice(2).flatMap((end, index) => (end <= offset ? [name(index)] : []))

const opened: Vault[] = []
afterEach(async () => {
  for (const vault of opened.splice(0)) await vault.close()
})

async function openWith(change: (journal: Uint8Array, files: FakeFiles) => Uint8Array, compactFrom?: number) {
  const files = made.copy()
  files.contents.set('journal-1', change(files.contents.get('journal-1') ?? new Uint8Array(), files))
  const ports = vaultPorts(files, compactFrom)
  const vault = await unlock(ports).catch((error: unknown) => {
    throw new Error(`does not open: ${JSON.stringify(ports.logger.lines)}`, { cause: error })
  })
  // Hundreds are opened here; each holds a database until it is closed.
  opened.push(vault)
  return { ports, vault, problems: () => ports.logger.lines.filter((line) => line.level === 'error') }
}

describe('a journal that was cut', () => {
  test('can be written on after the cut, and nothing of the torn record comes back', async () => {
    const cut = (starts[5] ?? 0) + 90
    const { ports, vault } = await openWith((journal) => {
      journal.fill(0, cut, written)
      return journal
    })
    await add(vault, 'Zed')
    const again = vaultPorts(ports.files.copy())
    expect(names(await unlock(again))).toEqual([...namesUpTo(cut), 'Zed'])
    expect(again.logger.lines).toEqual([])
  })
})

describe('a flipped bit', () => {
  test('leads to a clean generation, with the damaged file kept aside until a secret is erased, which may be in it', async () => {
    const { ports, vault } = await openWith((journal) => {
      journal[(starts[3] ?? 0) + 100] = 0x58
      return journal
    }, 64 * 1024)
    await vault.settled()
    await add(vault, 'Long', 'x'.repeat(64 * 1024))
    await vault.settled()
    expect([...ports.files.contents.keys()]).toContain('aside-journal-1')
    const again = vaultPorts(ports.files.copy())
    expect(names(await unlock(again))).toEqual(names(vault))
    expect(again.logger.lines).toEqual([])
    await remove(vault, await add(vault, 'Zed'))
    await vault.settled()
    expect([...ports.files.contents.keys()]).not.toContain('aside-journal-1')
  })
})

test('a destroyed newest snapshot is rebuilt from the one before and its journals', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Kept')
  await remove(vault, await add(vault, 'First erased'))
  await vault.settled()
  await rename(vault, id, 'Kept and renamed')
  ports.files.contents.get('journal-2')?.fill(0x58, 200, 260)
  const mending = vaultPorts(ports.files.copy())
  const mended = await unlock(mending)
  await mended.settled()
  const files = mending.files.copy()
  const newest =
    [...files.contents.keys()]
      .filter((file) => file.startsWith('snapshot-'))
      .sort()
      .at(-1) ?? ''
  expect(newest).not.toBe('snapshot-2')
  files.contents.get(newest)?.fill(0x58)
  const rebuilt = await unlock(vaultPorts(files))
  expect(rebuilt.store.all('SELECT id FROM connection')).toEqual(mended.store.all('SELECT id FROM connection'))
  expect(await rebuilt.secret(id)).toEqual({ accessToken: 'token-of-Kept' })
})
