import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FakeFolders } from '../../fakes/folders'
import { ada, type TestEngine } from '../connection/engine-fixture'
import { password } from '../vault/vault-fixture'
import { addKeys, downloads, filePassword, keyOf, listed, onlyFile, startWithFolders } from './transfer-fixture'

const names = ['Ada', 'Bob', 'Cid']
let from: TestEngine
let to: TestEngine
let folders: FakeFolders
beforeEach(async () => {
  const source = await startWithFolders()
  from = source.running
  folders = source.folders
  to = (await startWithFolders()).running
  await addKeys(from, names)
})
afterEach(() => Promise.all([from.stop(), to.stop()]))

const sealed = { password, form: 'sealed', exportPassword: filePassword } as const
const exportFrom = (input: Parameters<TestEngine['engine']['useCases']['transfer']['export']>[1] = sealed) =>
  from.engine.useCases.transfer.export(ada, input)
const bring = async (bytes: Uint8Array) => (await to.engine.useCases.import.upload(ada, { bytes })).id
const kinds = async (running: TestEngine) =>
  (await running.engine.useCases.audit.list(ada, { limit: 100 })).items.map(({ kind }) => kind)

describe('a sealed export', () => {
  test('brings connections with their secrets, ids and apps into another vault', async () => {
    const written = await exportFrom()
    expect(written).toMatchObject({ connections: 3, unreadable: 0 })
    expect(written.path.startsWith(`${downloads}/neurocad-connect-`)).toBe(true)
    const importId = await bring(onlyFile(folders).bytes)
    const preview = await to.engine.useCases.transfer.preview(ada, { importId, exportPassword: filePassword })
    expect(preview.counts.new).toBe(3)
    expect(JSON.stringify(preview)).not.toContain('key-of-')
    const done = await to.engine.useCases.transfer.commit(ada, { importId, exportPassword: filePassword })
    expect(done).toMatchObject({ connections: 3, refused: 0 })
    expect((await kinds(to))[0]).toBe('vault.imported')
    const before = await listed(from)
    const after = await listed(to)
    expect(after.map(({ id, name, details }) => ({ id, name, details }))).toEqual(
      before.map(({ id, name, details }) => ({ id, name, details })),
    )
    for (const { id, name } of after) expect((await to.resolve(ada.actor, id)).headers).toEqual({ 'x-api-key': keyOf(name) })
    expect((await kinds(from))[0]).toBe('vault.exported')
  })

  test('holds no secret and no name in the clear', async () => {
    await exportFrom()
    const text = Buffer.from(onlyFile(folders).bytes).toString('latin1')
    for (const name of names) expect(text).not.toContain(keyOf(name))
    expect(text).not.toContain('genericApiKey')
  })

  test('does not open with another password, nor once it was cut, put together otherwise, or changed in any part', async () => {
    await addKeys(
      from,
      Array.from({ length: 300 }, (_, n) => `More ${n}`),
    )
    await exportFrom()
    const { bytes } = onlyFile(folders)
    expect(bytes.length).toBeGreaterThan(64 * 1024 + 200)
    const look = async (changed: Uint8Array, exportPassword = filePassword) =>
      to.engine.useCases.transfer.preview(ada, { importId: await bring(changed), exportPassword })
    await expect(look(bytes, 'not the password')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'exportPassword' }] },
    })
    const chunk = 64 * 1024 + 41
    const head = bytes.subarray(0, 32)
    const first = bytes.subarray(32, 32 + chunk)
    const rest = bytes.subarray(32 + chunk)
    const changed = [
      bytes.subarray(0, 32 + chunk),
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, 40),
      bytes.subarray(0, 10),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.concat([head, rest, first]),
      Buffer.concat([head, first, first, rest]),
      ...[9, 13, 20, 33, 60, chunk + 40, bytes.length - 1].map((at) => flipped(bytes, at)),
    ]
    for (const [index, one] of changed.entries()) {
      const refusal = await look(one).then(
        () => 'opened',
        ({ code }) => code,
      )
      expect(['IMPORT_UNREADABLE', 'INVALID_INPUT'], `change ${index}`).toContain(refusal)
    }
    expect(await listed(to)).toEqual([])
  })

  test('is not made without the vault’s password, with a weak one, or with the vault’s own', async () => {
    await expect(exportFrom({ ...sealed, password: 'wrong one' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    for (const exportPassword of [undefined, 'short', password])
      await expect(exportFrom({ ...sealed, exportPassword })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        data: { fields: [{ path: 'exportPassword' }] },
      })
    await expect(exportFrom({ ...sealed, folder: 'not/absolute' })).rejects.toMatchObject({
      data: { fields: [{ path: 'folder' }] },
    })
    expect(folders.contents(downloads).size).toBe(0)
    expect(await kinds(from)).not.toContain('vault.exported')
  })

  test('leaves nothing where the folder has no room, and never takes the place of an earlier one', async () => {
    folders.capacity = 10
    await expect(exportFrom()).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'folder' }] } })
    expect(folders.contents(downloads).size).toBe(0)
    folders.capacity = Number.POSITIVE_INFINITY
    const [one, two] = [await exportFrom(), await exportFrom()]
    expect(one.path).not.toBe(two.path)
  })
})

describe('a plain export', () => {
  test('is JSON with every secret, once it was said that this is known', async () => {
    await expect(exportFrom({ password, form: 'plain' })).rejects.toMatchObject({
      data: { fields: [{ path: 'confirmPlain' }] },
    })
    await exportFrom({ password, form: 'plain', confirmPlain: true })
    const { bytes, name } = onlyFile(folders)
    expect(name.endsWith('.json')).toBe(true)
    const { records } = JSON.parse(Buffer.from(bytes).toString())
    const connections = records.filter(({ kind }: { kind: string }) => kind === 'connection')
    expect(connections.map(({ secret }: { secret: { key: string } }) => secret.key)).toEqual(names.map(keyOf))
    expect(from.logger.text() + JSON.stringify(from.changes)).not.toContain('key-of-')
    const importId = await bring(bytes)
    expect(await to.engine.useCases.transfer.commit(ada, { importId })).toMatchObject({ connections: 3 })
  })

  test('that was cut or edited badly is refused by its line, and nothing of it is imported', async () => {
    await exportFrom({ password, form: 'plain', confirmPlain: true })
    const text = Buffer.from(onlyFile(folders).bytes).toString()
    const lines = text.split('\n')
    for (const bad of [lines.slice(0, -2).join('\n'), text.replace('"kind":"connection"', '"kind":"other"'), `${text}{}`]) {
      const importId = await bring(Buffer.from(bad))
      const refused = to.engine.useCases.transfer.commit(ada, { importId })
      await expect(refused).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' })
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('key-of-') })
    }
    expect(await listed(to)).toEqual([])
  })
})

describe('importing an export', () => {
  test('skips what is here already, or adds it beside, as the person chooses', async () => {
    await exportFrom()
    const { bytes } = onlyFile(folders)
    const commit = async (existing: 'skip' | 'add_beside') =>
      to.engine.useCases.transfer.commit(ada, { importId: await bring(bytes), exportPassword: filePassword, existing })
    expect(await commit('skip')).toMatchObject({ connections: 3 })
    expect(await commit('skip')).toMatchObject({ connections: 0, skipped: expect.any(Number) })
    expect(await listed(to)).toHaveLength(3)
    expect(await commit('add_beside')).toMatchObject({ connections: 3 })
    const ids = (await listed(to)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
  })

  test('is all there or not at all after a kill at any step', async () => {
    await exportFrom()
    const importId = await bring(onlyFile(folders).bytes)
    const moments: (typeof to.files)[] = []
    to.files.afterStep = () => void moments.push(to.files.copy())
    await to.engine.useCases.transfer.commit(ada, { importId, exportPassword: filePassword })
    to.files.afterStep = undefined
    const { unlock, vaultPorts, names: namesIn } = await import('../vault/vault-fixture')
    const seen = new Set<number>()
    for (const files of moments) {
      const vault = await unlock(vaultPorts(files))
      seen.add(namesIn(vault).length)
      await vault.close()
    }
    expect([...seen].sort()).toEqual([0, 3])
  })
})

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
