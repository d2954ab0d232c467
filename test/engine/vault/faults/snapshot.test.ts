import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { OpenFile } from '../../../../src-main/engine/port'
import { RecordDirectory } from '../../../../src-main/engine/vault/record-directory'
import { secretOpens, splitSecret } from '../../../../src-main/engine/vault/record-secret'
import { SEAL_OVERHEAD } from '../../../../src-main/engine/vault/seal'
import { SealedChunks } from '../../../../src-main/engine/vault/sealed-chunks'
import { Snapshot } from '../../../../src-main/engine/vault/snapshot-file'
import { decodeHead, HEAD_BYTES, type Part } from '../../../../src-main/engine/vault/snapshot-head'
import { Store } from '../../../../src-main/engine/vault/store'
import type { VaultKeys } from '../../../../src-main/engine/vault/vault-keys'
import type { FakeFiles } from '../../../fakes/files'
import { keysOf } from '../keys-of'
import { newestFile } from '../salvage-fixture'
import { add, newVault, remove, rename, unlock, vaultPorts } from '../vault-fixture'
import { range, tryEach } from './try-each'

let made: FakeFiles
let keys: VaultKeys
let file: string
let bytes: Uint8Array
let generation: number
let everything: unknown

beforeAll(async () => {
  const { ports, vault } = await newVault()
  for (let index = 0; index < 3; index++) await add(vault, `Connection ${index}`)
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await rename(vault, await add(vault, 'Later'), 'Renamed')
  everything = await allOf(vault)
  await vault.close()
  made = ports.files
  for (const [name, content] of made.contents) if (name.startsWith('journal-')) made.contents.set(name, withoutZeros(content))
  keys = await keysOf(made)
  file = newestFile(made, 'snapshot')
  generation = Number(file.split('-')[1])
  bytes = made.contents.get(file) ?? new Uint8Array()
})

function withoutZeros(content: Uint8Array): Uint8Array {
  return content.slice(0, content.findLastIndex((byte) => byte !== 0) + 1)
}

type Opened = Awaited<ReturnType<typeof unlock>>
async function allOf(vault: Opened): Promise<unknown> {
  const rows = vault.store.all('SELECT * FROM connection ORDER BY n')
  return Promise.all(rows.map(async (row) => [row, await vault.secret(String(row.id))]))
}

function flippedCopy(offset: number): FakeFiles {
  const files = made.copy()
  files.flip(file, offset, offset % 8)
  return files
}

describe('a flipped bit in the newest snapshot', () => {
  test('is found in any byte of its head', async () => {
    await tryEach(range(0, HEAD_BYTES), (offset) => {
      const head = bytes.slice(0, HEAD_BYTES)
      head[offset] = (head[offset] ?? 0) ^ (1 << (offset % 8))
      expect(() => decodeHead(head, generation)).toThrow('does not open')
    })
  })

  test('is found in any byte of its list, its directory and what is searched in', async () => {
    // Nobody looks at where each of a quarter of a million errors comes from, and writing that down takes most of the time.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    onTestFinished(() => {
      Error.stackTraceLimit = stackTraceLimit
    })
    const changed = bytes.slice()
    const peek = (offset: number, length: number) => changed.subarray(offset, offset + length)
    const head = bytes.slice(0, HEAD_BYTES)
    const { head: facts, chunk } = decodeHead(head, generation)
    const where = { file: { peek } as OpenFile, keys, generation, head }
    let at = facts.blobEnd
    for (const part of ['image', 'directory', 'search'] as const satisfies Part[]) {
      const chunks = new SealedChunks(where, part, at, facts[`${part}Length`], chunk)
      await tryEach(range(at, chunks.end), (offset) => {
        changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8))
        const index = Math.floor((offset - at) / (chunk + SEAL_OVERHEAD))
        if (opens(() => chunks.open(index))) expect(`${part} ${index}`).toBe('found')
        changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8))
        if (offset % 1009 === 0) chunks.open(index)
      })
      at = chunks.end
    }
    expect(at).toBe(bytes.length)
  })

  test('is found in any byte of its secrets, and every other secret opens', async () => {
    const { snapshot, image, directory } = await Snapshot.open(made, generation, keys)
    const store = await Store.open(image)
    const places = new RecordDirectory(directory)
    const rows = store.all('SELECT id, n FROM connection').flatMap(({ id, n }) => {
      const place = places.blob(Number(n))
      return place ? [{ id: String(id), ...place }] : []
    })
    expect(rows.map(({ length }) => length).reduce((sum, length) => sum + length)).toBe(snapshot.head.blobEnd - HEAD_BYTES)
    await tryEach(range(HEAD_BYTES, snapshot.head.blobEnd), (offset) => {
      const changed = bytes.slice(0, snapshot.head.blobEnd)
      changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8))
      for (const { id, offset: from, length } of rows) {
        const isIn = offset >= from && offset < from + length
        const sealed = splitSecret(changed.slice(from, from + length))
        if (secretOpens(keys.vaultId, id, keys.keks, sealed) === isIn) expect(id).toBe(isIn ? 'closed' : 'open')
      }
    })
    store.close()
    await snapshot.close()
  })

  test('costs nothing: the one before and its journals make up for all of it, and a clean one is written', async () => {
    const end = bytes.length
    await tryEach([...range(0, end, Math.ceil(end / 40)), HEAD_BYTES, HEAD_BYTES + 300, end - 1], async (offset) => {
      const ports = vaultPorts(flippedCopy(offset))
      const vault = await unlock(ports)
      expect(await allOf(vault)).toEqual(everything)
      await vault.settled()
      expect(await allOf(vault)).toEqual(everything)
      expect(newestFile(ports.files, 'snapshot')).not.toBe(file)
      await vault.close()
      const again = vaultPorts(ports.files)
      const reopened = await unlock(again)
      expect(await allOf(reopened)).toEqual(everything)
      expect(again.logger.lines).toEqual([])
      await reopened.close()
    })
  })
})

test('a snapshot cut at any length costs nothing either', async () => {
  await tryEach(range(0, bytes.length, Math.ceil(bytes.length / 20)), async (length) => {
    const files = made.copy()
    files.contents.set(file, bytes.slice(0, length))
    const vault = await unlock(vaultPorts(files))
    expect(await allOf(vault)).toEqual(everything)
    await vault.close()
  })
})

test('damage in a large list, which is opened where it is read, shows no wrong row and costs nothing', async () => {
  const { ports, vault } = await newVault()
  const long = 'x'.repeat(3000)
  for (let index = 0; index < 500; index++) await add(vault, `Connection ${index} ${long}`, 'token')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  const list = ({ store }: Opened) =>
    store.all('SELECT name FROM connection ORDER BY name').map(({ name }) => String(name).slice(0, 16))
  const [whole, first] = [list(vault), String(vault.store.one('SELECT id FROM connection')?.id)]
  await vault.close()
  const large = newestFile(ports.files, 'snapshot')
  const length = ports.files.contents.get(large)?.length ?? 0
  expect(length).toBeGreaterThan(2 * 1024 * 1024)
  await tryEach([...range(100 * 1024, length, Math.ceil(length / 5)), length - 180_000], async (offset) => {
    const files = ports.files.copy()
    files.flip(large, offset, offset % 8)
    const opened = await unlock(vaultPorts(files))
    // Until the rest of it is opened, a list that touches the place is refused, and never wrong.
    if (opens(() => list(opened))) expect(list(opened), 'at once').toEqual(whole)
    await opened.opened
    expect(list(opened), 'rebuilt').toEqual(whole)
    await opened.settled()
    expect(list(opened), 'compacted').toEqual(whole)
    expect(await opened.secret(first)).toEqual({ accessToken: 'token' })
    await opened.close()
  })
})

function opens(look: () => unknown): boolean {
  try {
    look()
    return true
  } catch {
    return false // which of the reasons it is, is not what is asked
  }
}
