import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ClientStore } from '../../../src-main/host/access/client-store'
import { ensureTokenFile } from '../../../src-main/host/access/token-file'
import { owner, teammate } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-clients-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const time = { now: Date.parse('2026-11-21T09:30:00.000Z') }
const open = (folder: string, logger = new FakeLogger()) => ClientStore.open({ folder, clock: { now: () => time.now }, logger })

const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
const missingId = 'client_01J9Z3K4M5N6P7Q8R9S0T1V2W3'

test('clients and api-token are files of this user alone, and only api-token holds a token', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  await ensureTokenFile(clients, join(folder, 'api-token'), 'owner', clients.people.owner.subject)
  const token = await readFile(join(folder, 'api-token'), 'utf8')
  expect(token).toMatch(/^[\w-]{43}$/)
  expect([await mode(join(folder, 'clients')), await mode(join(folder, 'api-token'))]).toEqual(['600', '600'])
  expect(await readFile(join(folder, 'clients'), 'utf8')).not.toContain(token)
  expect((await readdir(folder)).sort()).toEqual(['api-token', 'clients'])
})

test('a draft that a kill left behind is gone after the next write, and nobody else could read that', async () => {
  const folder = await dataFolder()
  for (const name of ['api-token.new', 'clients.new']) await writeFile(join(folder, name), 'half a file', { mode: 0o644 })
  const clients = await open(folder)
  await ensureTokenFile(clients, join(folder, 'api-token'), 'owner', clients.people.owner.subject)
  expect((await readdir(folder)).sort()).toEqual(['api-token', 'clients'])
  expect([await mode(join(folder, 'clients')), await mode(join(folder, 'api-token'))]).toEqual(['600', '600'])
})

test('a token file keeps its token over restarts, to this user alone, and gets a new one once the old is revoked', async () => {
  const folder = await dataFolder()
  const path = join(folder, 'api-token')
  const first = await open(folder)
  await ensureTokenFile(first, path, 'owner', first.people.owner.subject)
  const token = await readFile(path, 'utf8')
  await chmod(path, 0o644)
  const second = await open(folder)
  await ensureTokenFile(second, path, 'owner', second.people.owner.subject)
  expect([await readFile(path, 'utf8'), await mode(path)]).toEqual([token, '600'])
  expect(second.people.owner).toEqual(first.people.owner)
  await second.revoke(second.list()[0]?.id ?? (missingId as never))
  await ensureTokenFile(second, path, 'owner', second.people.owner.subject)
  const renewed = await readFile(path, 'utf8')
  expect(renewed).not.toBe(token)
  expect([second.subjectOf(token), second.subjectOf(renewed)]).toEqual([undefined, second.people.owner.subject])
})

test('of two revocations at once, one finds nothing', async () => {
  const clients = await open(await dataFolder())
  const { id } = await clients.create('twice', teammate.subject)
  const [first, second] = await Promise.allSettled([clients.revoke(id), clients.revoke(id)])
  expect(first).toMatchObject({ status: 'fulfilled', value: { id } })
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } })
})

test('a revoked token is refused at once and after a restart, and its streams are told to end', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  const kept = await clients.create('kept', owner.subject)
  const revoked = await clients.create('revoked', teammate.subject)
  const bearer = clients.resolve(revoked.token)
  await clients.revoke(revoked.id)
  expect(bearer?.until.aborted).toBe(true)
  for (const store of [clients, await open(folder)]) {
    expect([store.resolve(revoked.token), store.resolve(kept.token)?.subject]).toEqual([undefined, owner.subject])
  }
})

test('parallel changes are all kept', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  const made = await Promise.all(Array.from({ length: 20 }, (_, i) => clients.create(`client ${i}`, owner.subject)))
  await Promise.all(made.slice(0, 10).map(({ id }) => clients.revoke(id)))
  const names = (await open(folder)).list().map(({ name }) => name)
  expect(names.sort()).toEqual(
    made
      .slice(10)
      .map(({ name }) => name)
      .sort(),
  )
})

test('the time of last use costs no write per call, and is there after a close', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  const { token } = await clients.create('script', owner.subject)
  const before = (await stat(join(folder, 'clients'))).ino
  for (let i = 0; i < 100; i++) clients.resolve(token)
  expect((await stat(join(folder, 'clients'))).ino).toBe(before)
  await clients.close()
  expect((await open(folder)).list()[0]?.lastUsedAt).toBe('2026-11-21T09:30:00.000Z')
})

test('uses are written once a minute while running', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = await dataFolder()
  const clients = await open(folder)
  const { token } = await clients.create('script', owner.subject)
  clients.resolve(token)
  vi.advanceTimersByTime(60_000)
  // Queued behind the flush, so that it is done when this is.
  await clients.create('other', owner.subject)
  expect((await open(folder)).list()[0]?.lastUsedAt).not.toBeNull()
})

test('where the disk refuses, a change fails by name and nothing has changed', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  const { token, id } = await clients.create('kept', owner.subject)
  await rm(folder, { recursive: true })
  await expect(clients.create('new', owner.subject)).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  await expect(clients.revoke(id)).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(clients.list().map(({ name }) => name)).toEqual(['kept'])
  expect(clients.resolve(token)?.until.aborted).toBe(false)
})

test('a clients file that cannot be read is left as it is, and its content not quoted', async () => {
  const folder = await dataFolder()
  for (const content of ['{"format":1,"secret-ish"', '{"format":2,"clients":[]}', '']) {
    await writeFile(join(folder, 'clients'), content)
    await expect(open(folder)).rejects.toThrow('the file "clients" in the data folder cannot be read')
    expect(await readFile(join(folder, 'clients'), 'utf8')).toBe(content)
  }
})

test('a file that was readable by others is readable by this user alone after the next write', async () => {
  const folder = await dataFolder()
  const clients = await open(folder)
  await clients.create('one', owner.subject)
  await chmod(join(folder, 'clients'), 0o644)
  await clients.create('two', owner.subject)
  expect(await mode(join(folder, 'clients'))).toBe('600')
})
