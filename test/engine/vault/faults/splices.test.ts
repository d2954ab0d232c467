import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { COPY_BYTES, encodeCopy, type HeaderBody } from '../../../../src-main/engine/vault/header-codec'
import { readHeader } from '../../../../src-main/engine/vault/header-file'
import { HEAD_BYTES as RECORD_HEAD_BYTES } from '../../../../src-main/engine/vault/journal-record'
import { slotOf } from '../../../../src-main/engine/vault/key-slot'
import { RecordDirectory } from '../../../../src-main/engine/vault/record-directory'
import { openSecret, splitSecret } from '../../../../src-main/engine/vault/record-secret'
import { OpenError, open, seal } from '../../../../src-main/engine/vault/seal'
import { Snapshot } from '../../../../src-main/engine/vault/snapshot-file'
import { HEAD_BYTES, SNAPSHOT_FORMAT } from '../../../../src-main/engine/vault/snapshot-head'
import { Store } from '../../../../src-main/engine/vault/store'
import type { FakeFiles } from '../../../fakes/files'
import { keysOf } from '../keys-of'
import { newestFile } from '../salvage-fixture'
import { add, newVault, remove, unlock, vaultPorts } from '../vault-fixture'
import { range, tryEach } from './try-each'
import { hashesOf, WrittenJournal } from './written-journal'

const RECORDS = 30
let made: WrittenJournal
let other: WrittenJournal
beforeAll(async () => {
  made = await WrittenJournal.of(RECORDS)
  other = await WrittenJournal.of(RECORDS)
})

const record = (journal: WrittenJournal, index: number) =>
  journal.bytes.subarray(journal.startOf(index), journal.startOf(index + 1))
const join = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const all = () => Array.from({ length: RECORDS }, (_, index) => record(made, index))

/** Reads a journal whose records were arranged anew: none says what was not written, and none comes twice or in another order. */
function arranged(parts: readonly Uint8Array[]) {
  const scan = made.scan(join(parts))
  const read = hashesOf(scan).map((hash) => made.hashes.indexOf(hash))
  expect(read).not.toContain(-1)
  expect(read).toEqual([...new Set(read)].sort((a, b) => a - b))
  return { read, problems: scan.damage.map(({ problem }) => problem), missing: scan.missing }
}

describe('whole records that are not where they were written are refused by name', () => {
  const without = (index: number) => all().filter((_, i) => i !== index)

  test('one that was dropped, wherever it was, is missed, and all others are read', async () => {
    await tryEach(range(0, RECORDS - 1), (index) => {
      const { read, problems, missing } = arranged(without(index))
      expect(problems).toEqual(['chain_broken'])
      expect(missing).toEqual([{ from: index + 1, through: index + 1 }])
      expect(read).toHaveLength(RECORDS - 1)
    })
  })

  test('one that is repeated, wherever, is taken once', async () => {
    await tryEach(range(0, RECORDS * RECORDS, 7), (number) => {
      const [from, to] = [Math.floor(number / RECORDS), number % RECORDS]
      const parts = all()
      parts.splice(to + 1, 0, record(made, from))
      const { read, problems } = arranged(parts)
      // One that came before its time makes those that it overtook late; right in front of itself it is only there twice.
      if (from <= to + 1) expect(problems).toEqual(['repeated'])
      else expect(problems).toEqual(expect.arrayContaining(['chain_broken', 'out_of_order']))
      if (from <= to + 1) expect(read).toHaveLength(RECORDS)
    })
  })

  test('any two that were swapped are found', async () => {
    await tryEach(range(0, RECORDS * RECORDS, 7), (number) => {
      const [a, b] = [Math.floor(number / RECORDS), number % RECORDS]
      if (a === b) return
      const parts = all()
      ;[parts[a], parts[b]] = [record(made, b), record(made, a)]
      const { problems } = arranged(parts)
      expect(problems).toEqual(expect.arrayContaining(['chain_broken', 'out_of_order']))
    })
  })

  test('one of another vault, put in or in the place of ours, never opens', async () => {
    await tryEach(range(0, RECORDS), (index) => {
      const put = all()
      put.splice(index, 0, record(other, index))
      const added = arranged(put)
      expect(added.read).toHaveLength(RECORDS)
      expect(added.problems).toHaveLength(1)
      const replaced = all()
      replaced[index] = record(other, index)
      const { read, problems } = arranged(replaced)
      expect(read).toEqual(Array.from({ length: RECORDS }, (_, i) => i).filter((i) => i !== index))
      expect(problems.length).toBeGreaterThan(0)
    })
  })

  test('the sealed body of another record, or another vault, under our head never opens', async () => {
    await tryEach(range(1, RECORDS), (index) => {
      for (const from of [made, other]) {
        const ours = record(made, index)
        // Of the same length, as the head says.
        const donor = Array.from({ length: RECORDS }, (_, i) => i).find(
          (i) => (from !== made || i !== index) && record(from, i).length === ours.length,
        )
        if (donor === undefined) continue
        const parts = all()
        parts[index] = join([ours.subarray(0, RECORD_HEAD_BYTES), record(from, donor).subarray(RECORD_HEAD_BYTES)])
        const { read, problems } = arranged(parts)
        expect(read).not.toContain(index)
        expect(problems).toContain('does_not_open')
      }
    })
  })

  test('a journal made of anything at all says nothing that was not written in it', async () => {
    await tryEach(range(0, 300), (seed) => {
      const parts = Array.from({ length: 12 }, (_, i) =>
        record((seed >> i) % 3 === 0 ? other : made, (seed * 7 + i * i) % RECORDS),
      )
      arranged(parts)
    })
  })
})

/** A vault with two secrets of the same length in its snapshot and two in its journal. */
async function withSecrets() {
  const { ports, vault } = await newVault()
  const ids = [await add(vault, 'A', 'token-a'), await add(vault, 'B', 'token-b')]
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await vault.close()
  return { files: ports.files, ids }
}

async function blobsOf(files: FakeFiles) {
  const name = newestFile(files, 'snapshot')
  const opened = await Snapshot.open(files, Number(name.split('-')[1]), await keysOf(files))
  const store = await Store.open(opened.image)
  const places = new RecordDirectory(opened.directory)
  const blobs = store.all("SELECT id, n FROM connection WHERE name IN ('A', 'B') ORDER BY name").map(({ id, n }) => {
    const place = places.blob(Number(n))
    if (!place) throw new Error('no secret')
    return { id: String(id), ...place }
  })
  store.close()
  await opened.snapshot.close()
  return { name, blobs: blobs as [(typeof blobs)[0], (typeof blobs)[0]] }
}

describe('what belongs to one connection opens for no other', () => {
  /** Exchanges so many bytes of the two secrets in every snapshot there is, so that no older one makes up for them. */
  async function exchanged(from: number, to: number) {
    const { files } = await withSecrets()
    for (const file of [...files.contents.keys()].filter((name) => name.startsWith('snapshot-'))) {
      const { blobs } = await blobsOf(only(files, file))
      const bytes = files.contents.get(file) ?? new Uint8Array()
      const [a, b] = blobs.map(({ offset }) => bytes.slice(offset + from, offset + Math.min(to, blobs[0].length))) as [
        Uint8Array,
        Uint8Array,
      ]
      bytes.set(b, blobs[0].offset + from)
      bytes.set(a, blobs[1].offset + from)
    }
    return files
  }

  /** The folder as if that were its only snapshot. */
  function only(files: FakeFiles, file: string): FakeFiles {
    const copy = files.copy()
    for (const name of files.contents.keys()) if (name.startsWith('snapshot-') && name !== file) copy.contents.delete(name)
    return copy
  }

  test.each([
    ['the whole secrets', 0, Number.POSITIVE_INFINITY],
    ['their wrapped data keys', 0, 77],
    ['the sealed secrets under them', 77, Number.POSITIVE_INFINITY],
  ])('%s exchanged', async (_, from, to) => {
    const files = await exchanged(from, to)
    const vault = await unlock(vaultPorts(files))
    for (const { id } of vault.store.all("SELECT id FROM connection WHERE name IN ('A', 'B')"))
      await expect(vault.secret(String(id))).rejects.toThrow(OpenError)
    await vault.close()
  })

  test('a secret of one vault does not open in another, whatever its connection is called', async () => {
    const [ours, theirs] = [await withSecrets(), await withSecrets()]
    const { name, blobs } = await blobsOf(theirs.files)
    const bytes = theirs.files.contents.get(name) ?? new Uint8Array()
    const [{ id, offset, length }] = blobs
    const secret = splitSecret(bytes.slice(offset, offset + length))
    const { vaultId, keks } = await keysOf(theirs.files)
    expect(openSecret(vaultId, id, keks, secret)).toEqual({ accessToken: 'token-a' })
    const mine = await keysOf(ours.files)
    expect(() => openSecret(mine.vaultId, id, mine.keks, secret)).toThrow(OpenError)
    expect(() => openSecret(mine.vaultId, id, keks, secret)).toThrow(OpenError)
    expect(() => openSecret(vaultId, `${id}0`, keks, secret)).toThrow(OpenError)
  })
})

describe('a version that nobody knows is refused by name', () => {
  const place = { vaultId: 'v', kind: 'record', recordId: 'r', field: 'secret', version: 1 }

  test('of a sealed thing: its first byte', () => {
    const key = new Uint8Array(32)
    const sealed = seal(key, Uint8Array.of(1, 2, 3), place)
    for (let version = 0; version < 256; version++) {
      sealed[0] = version
      if (version === 1) expect(open(key, sealed, place)).toHaveLength(3)
      else expect(() => open(key, sealed, place)).toThrow(OpenError)
    }
  })

  test('of a journal record: the first byte of what is sealed in it', async () => {
    await tryEach(range(0, RECORDS), (index) => {
      const parts = all()
      const changed = record(made, index).slice()
      changed[RECORD_HEAD_BYTES] = 2
      parts[index] = changed
      const { read, problems } = arranged(parts)
      expect(problems).toContain('does_not_open')
      expect(read).not.toContain(index)
    })
  })

  test('of a snapshot: another program’s newest is passed over for one that opens, and nothing is missing', async () => {
    const { files } = await withSecrets()
    const name = newestFile(files, 'snapshot')
    const view = new DataView((files.contents.get(name) ?? new Uint8Array()).buffer)
    view.setUint32(4, SNAPSHOT_FORMAT + 1)
    const bytes = files.contents.get(name) ?? new Uint8Array()
    bytes.set(
      createHash('sha256')
        .update(bytes.subarray(0, HEAD_BYTES - 16))
        .digest()
        .subarray(0, 16),
      HEAD_BYTES - 16,
    )
    const vault = await unlock(vaultPorts(files))
    expect(vault.found?.findings).toMatchObject({ files: [{ file: name, places: [{ problem: 'index_closed' }] }] })
    expect(vault.store.all('SELECT id FROM connection')).toHaveLength(3)
    await vault.close()
  })
})

describe('a header that somebody changed, with its checksum made anew,', () => {
  async function withBody(change: (body: HeaderBody) => unknown, copies = [0, 1]): Promise<FakeFiles> {
    const { files } = await withSecrets()
    const reading = await readHeader(files)
    const header = structuredClone(reading?.copies[0]?.header)
    const mac = reading?.copies[0]?.mac
    const bytes = files.contents.get('header')
    if (!header || !mac || !bytes) throw new Error('no header')
    change(header.body)
    const copy = encodeCopy(header, () => mac)
    for (const index of copies) bytes.set(copy, index * COPY_BYTES)
    return files
  }

  const kdf = (change: Partial<{ memoryKiB: number; passes: number; algorithm: string }>) => (body: HeaderBody) =>
    Object.assign(slotOf(body.slots, 'password')?.kdf ?? {}, change)

  test.each([
    ['less memory than is safe', { memoryKiB: 19 * 1024 - 1 }],
    ['no memory', { memoryKiB: 0 }],
    ['memory that exhausts the computer', { memoryKiB: 2 ** 31 }],
    ['half a KiB', { memoryKiB: 64.5 * 1024 + 0.5 }],
    ['no pass', { passes: 0 }],
    ['more passes than anybody waits for', { passes: 11 }],
    ['a fewer than none', { passes: -1 }],
  ])('whose KDF has %s is KDF_OUT_OF_BOUNDS, before anything is derived', async (_, change) => {
    for (const copies of [[0, 1], [0]]) {
      const files = await withBody(kdf(change), copies)
      let derived = 0
      const ports = { ...vaultPorts(files), derive: async () => new Uint8Array(32).fill(derived++) }
      await expect(unlock(ports)).rejects.toMatchObject({ code: 'KDF_OUT_OF_BOUNDS' })
      expect(derived).toBe(0)
    }
  })

  test.each([
    ['less memory', { memoryKiB: 20 * 1024 }],
    ['more memory', { memoryKiB: 64 * 1024 }],
    ['more passes', { passes: 2 }],
  ])('whose KDF has %s within bounds is WRONG_PASSWORD', async (_, change) => {
    await expect(unlock(vaultPorts(await withBody(kdf(change))))).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })

  test.each<[string, (body: HeaderBody) => unknown]>([
    ['another snapshot', (body) => Object.assign(body, { snapshot: 0, journal: 1 })],
    ['another journal', (body) => Object.assign(body, { journal: body.journal + 1 })],
    ['other generations to take away', (body) => Object.assign(body, { oldest: { snapshot: 99, journal: 99 } })],
    ['a key less', (body) => body.keks.splice(0, 1, { version: 2, wrapped: body.keks[0]?.wrapped ?? '' })],
  ])('to have %s opens nothing, and nothing is touched', async (_, change) => {
    const files = await withBody(change)
    const before = Buffer.concat([...files.contents.values()])
    await expect(unlock(vaultPorts(files))).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
    expect(Buffer.concat([...files.contents.values()]).equals(before)).toBe(true)
  })

  test('in one copy alone is passed over for the other', async () => {
    const files = await withBody((body) => Object.assign(body, { oldest: { snapshot: 99, journal: 99 } }), [0])
    const vault = await unlock(vaultPorts(files))
    expect(vault.store.all('SELECT id FROM connection')).toHaveLength(3)
    await vault.close()
  })

  test('to be of a format that nobody knows is called that', async () => {
    const { files } = await withSecrets()
    const bytes = files.contents.get('header') ?? new Uint8Array()
    for (const index of [0, 1]) {
      const copy = bytes.subarray(index * COPY_BYTES, (index + 1) * COPY_BYTES)
      new DataView(copy.buffer, copy.byteOffset).setUint32(4, 2)
      copy.set(
        createHash('sha256')
          .update(copy.subarray(0, COPY_BYTES - 32))
          .digest(),
        COPY_BYTES - 32,
      )
    }
    await expect(unlock(vaultPorts(files))).rejects.toMatchObject({
      code: 'VAULT_DAMAGED',
      message: expect.stringContaining('newer version'),
    })
  })
})
