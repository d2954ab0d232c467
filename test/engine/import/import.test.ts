import { expect, test } from 'vitest'
import type { Inputs } from '../../../src-shared/contract'
import { importLastsMs } from '../../../src-shared/domain/import-limits'
import { importWords as words } from '../../../src-shared/words/en/import'
import { ada, grace, testSession } from '../session-fixture'
import { bytesOf, filePassword, outcome, vector } from './file-fixture'

const started = async () => {
  const running = await testSession()
  const use = () => running.session.useCases.import
  const entries = async (importId: Inputs['import']['get']['importId']) =>
    (await use().entries(ada, { importId, offset: 0, limit: 500 })).items
  const connections = async () => (await running.session.useCases.connection.list(ada, { limit: 200 })).items
  const brought = async (bytes: Uint8Array) => {
    const view = await use().upload(ada, { bytes })
    return view.state === 'password' ? use().open(ada, { importId: view.id, password: filePassword }) : view
  }
  const commit = (importId: Inputs['import']['get']['importId'], more: Partial<Inputs['import']['commit']> = {}) =>
    use().commit(ada, { importId, base: 'suggested', also: [], without: [], ...more })
  return { ...running, running, use, entries, connections, brought, commit }
}

test('a KeePass file is imported as it was previewed, and each connection sends its own key to its own place', async () => {
  const { running, use, entries, connections, commit } = await started()
  const { id, state } = await use().upload(ada, { bytes: vector('kdbx4-argon2d.kdbx') })
  expect(state).toBe('password')
  expect(await outcome(use().open(ada, { importId: id, password: 'another' }))).toBe('WRONG_PASSWORD password')
  const { counts } = await use().open(ada, { importId: id, password: filePassword })
  expect(counts).toEqual({ total: 6, ready: 3, needsValue: 1, skipped: 2, duplicates: 0, suggested: 3 })
  const found = Object.fromEntries((await entries(id)).map((entry) => [entry.name, entry]))
  expect(found['Parts catalogue']).toMatchObject({
    values: [
      { field: 'Password', length: 20 },
      { field: 'API Key', length: 19 },
    ],
    placement: 'basic',
    parameter: 'ada',
    origins: ['https://parts.example.com', 'https://api.parts.example.com'],
  })
  expect(found['No address']).toMatchObject({ state: 'needs_value', problems: [{ field: 'origins' }] })
  const { entry } = await use().change(ada, { importId: id, n: found['Parts catalogue']?.n ?? -1, chosen: 1 })
  expect(entry).toMatchObject({ placement: 'header', parameter: 'authorization' })
  expect(await commit(id)).toEqual({ added: 3 })
  const added = await connections()
  expect(added.map(({ name, status }) => [name, status])).toEqual([
    ['Parts catalogue', 'active'],
    ['Shipping labels', 'active'],
    ['Token service', 'active'],
  ])
  const sent = await Promise.all(added.map(({ id: connection }) => running.session.resolve(ada.actor, connection)))
  expect(sent.map(({ headers, origins }) => [headers, origins])).toEqual([
    [{ authorization: 'Bearer canary-kdbx-api-key' }, ['https://parts.example.com', 'https://api.parts.example.com']],
    [
      { authorization: `Basic ${Buffer.from('grace:canary-kdbx-shipping').toString('base64')}` },
      ['https://api.shipping.example.com'],
    ],
    [{ authorization: 'Bearer canary-kdbx-token' }, ['https://tokens.example.com']],
  ])
})

test('what was imported can be taken back at once, and then only what is still there', async () => {
  const { use, connections, brought, commit, running } = await started()
  const { id } = await brought(vector('keepassxc.csv'))
  expect(await commit(id)).toEqual({ added: 3 })
  const [first] = await connections()
  if (!first) throw new Error('nothing was imported')
  await running.session.useCases.connection.remove(ada, { id: first.id })
  expect(await use().undo(ada, { importId: id })).toEqual({ removed: 2 })
  expect((await connections()).every(({ status }) => status === 'revoked')).toBe(true)
  expect(await use().undo(ada, { importId: id })).toEqual({ removed: 0 })
})

test('nothing is imported where one chosen entry is not ready, or the disk refuses', async () => {
  const { use, entries, connections, brought, commit, files } = await started()
  const { id } = await brought(vector('keepassxc.csv'))
  const broken = (await entries(id)).find(({ state }) => state !== 'ready')
  expect(broken?.name).toBe('No key')
  expect(await outcome(commit(id, { also: [broken?.n ?? -1] }))).toBe('INVALID_INPUT also.0')
  expect(await outcome(commit(id, { also: [4711] }))).toBe('INVALID_INPUT also.0')
  expect(await outcome(commit(id, { base: 'none' }))).toBe('INVALID_INPUT ')
  expect(await connections()).toEqual([])
  files.failWhen = (operation) => operation === 'sync'
  expect(await outcome(commit(id))).toBe('VAULT_READ_ONLY undefined')
  expect(await connections()).toEqual([])
  expect((await use().get(ada, { importId: id })).state).toBe('open')
})

test('an import is over after its time, with the lock, and once it was given up; to others it does not exist', async () => {
  const { use, brought, clock, running } = await started()
  const over = `NOT_FOUND undefined`
  const first = await brought(vector('keepassxc.csv'))
  expect(await outcome(use().get(grace, { importId: first.id }))).toBe(over)
  expect(await use().discard(grace, { importId: first.id })).toEqual({ discarded: false })
  clock.advance(importLastsMs - 1)
  await use().get(ada, { importId: first.id })
  clock.advance(importLastsMs)
  expect(await outcome(use().get(ada, { importId: first.id }))).toBe(over)
  const second = await brought(vector('keepassxc.csv'))
  expect(await use().discard(ada, { importId: second.id })).toEqual({ discarded: true })
  expect(await outcome(use().entries(ada, { importId: second.id, offset: 0, limit: 1 }))).toBe(over)
  const third = await brought(vector('keepassxc.csv'))
  await running.reopen()
  expect(await outcome(use().get(ada, { importId: third.id }))).toBe(over)
})

test('duplicates within the file and against the vault are told and not suggested, and can be chosen all the same', async () => {
  const { entries, brought, commit } = await started()
  const line = 'Parts,https://parts.example.com,canary-1\n'
  const file = bytesOf(`name,url,key\n${line}${line}parts,https://parts.example.com,canary-2\n`)
  const first = await brought(file)
  expect(first.counts).toMatchObject({ ready: 3, duplicates: 1, suggested: 2 })
  expect((await entries(first.id)).map(({ duplicate }) => duplicate)).toEqual([null, { of: 'entry', n: 0 }, null])
  await commit(first.id)
  const again = await brought(file)
  expect(again.counts).toMatchObject({ ready: 3, duplicates: 3, suggested: 0 })
  expect((await entries(again.id))[0]?.duplicate).toMatchObject({ of: 'connection' })
  expect(await outcome(commit(again.id))).toBe('INVALID_INPUT ')
  expect(await commit(again.id, { base: 'ready' })).toEqual({ added: 3 })
})

test('one default place serves every entry that names none, and one entry can say another', async () => {
  const { use, entries, brought } = await started()
  const { id, defaults, counts } = await brought(bytesOf('A_KEY=canary-1\nB_TOKEN=canary-2\nPORT=3000\n'))
  expect(counts).toMatchObject({ needsValue: 3, suggested: 0 })
  const chosen = { ...defaults, origins: 'https://api.example.com', placement: 'header' as const, parameter: 'X-Api-Key' }
  const after = await use().choose(ada, { importId: id, defaults: chosen })
  expect(after.counts).toMatchObject({ ready: 3, needsValue: 0, suggested: 2 })
  await use().change(ada, { importId: id, n: 1, origins: 'https://b.example.com', name: 'B' })
  expect((await entries(id)).map(({ name, origins, parameter }) => [name, origins, parameter])).toEqual([
    ['A_KEY', ['https://api.example.com'], 'x-api-key'],
    ['B', ['https://b.example.com'], 'x-api-key'],
    ['PORT', ['https://api.example.com'], 'x-api-key'],
  ])
})

test('the columns of a table are guessed, can be chosen, and a first line that is no header is never shown', async () => {
  const { use, entries, brought } = await started()
  const guessed = await brought(vector('keepassxc-export.csv'))
  expect(guessed.table).toMatchObject({ hasHeader: true, chosen: { folder: 0, name: 1, userName: 2, key: 3, address: 4 } })
  const plain = await brought(bytesOf('canary-key-1;https://a.example.com\ncanary-key-2;https://b.example.com\n'))
  expect(plain.table).toEqual({
    columns: [words.column(1), words.column(2)],
    hasHeader: false,
    chosen: { name: null, key: null, address: null, userName: null, folder: null },
  })
  const columns = { name: null, key: 0, address: 1, userName: null, folder: null }
  expect((await use().choose(ada, { importId: plain.id, columns })).counts.ready).toBe(2)
  expect((await entries(plain.id)).map(({ name }) => name)).toEqual(['a.example.com', 'b.example.com'])
  expect(await outcome(use().choose(ada, { importId: plain.id, columns: { ...columns, key: 2 } }))).toBe(
    'INVALID_INPUT columns.key',
  )
})

test('a name that is too long or has control characters, and a key of several lines, are shown as needing a value', async () => {
  const { entries, brought } = await started()
  const long = 'n'.repeat(121)
  const { id } = await brought(
    bytesOf(`name,url,key\n${long},https://a.example.com,k\n"a\nb",https://a.example.com,k\nc,https://a.example.com,"k\nk"\n`),
  )
  expect((await entries(id)).map(({ state, problems }) => [state, problems[0]?.field])).toEqual([
    ['needs_value', 'name'],
    ['needs_value', 'name'],
    ['needs_value', 'key'],
  ])
})

test('addresses that are none, or not safe, are never where a key is sent', async () => {
  const { entries, brought } = await started()
  const addresses = [
    'http://plain.example.com',
    'javascript:alert(1)',
    'androidapp://com.example',
    'example.com:8443/x',
    'https://u:p@a.example.com/',
  ]
  const { id } = await brought(bytesOf(`name,url,key\n${addresses.map((address, n) => `n${n},${address},k\n`).join('')}`))
  expect((await entries(id)).map(({ state, origins }) => [state, origins])).toEqual([
    ['needs_value', ['http://plain.example.com']],
    ['needs_value', []],
    ['needs_value', []],
    ['ready', ['https://example.com:8443']],
    ['ready', ['https://a.example.com']],
  ])
})
