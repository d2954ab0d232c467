import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parentFolder, spawnServeWith } from '../host/serve/serve-process'
import { httpApi } from './api'
import { findInMemory } from './process-memory'
import { keysInUse as inUse, vaultKeysOf } from './vault-keys-of'

const password = 'correct horse battery staple'
const newPassword = 'battery staple correct horse'

/** `serve` on a new folder, with something in its memory that no lock takes away: so a search that finds only that has searched. */
async function memoryOfServe() {
  const data = join(await parentFolder(), 'data')
  const control = randomBytes(32)
  const serve = spawnServeWith({ CONTROL: control.toString('hex') }, '--data', data, '--json', '--no-open')
  const ready = await serve.ready()
  const api = await httpApi(ready)
  const { pid = 0 } = serve.child
  const found = (keys: ReadonlyMap<string, Uint8Array>) => findInMemory(pid, new Map([...keys, ['control', control]]))
  const events = () => fetch(`${ready.api}/events`, { headers: { authorization: `Bearer ${api.token}` } })
  return { data, api, found, events }
}

test('of all keys of a vault, none is left in the memory of the process when locking is answered', async () => {
  const { data, api, found } = await memoryOfServe()
  await api.call('POST', '/vault', { password })
  const made = await vaultKeysOf(data, { password })
  expect(await found(made)).toEqual(expect.arrayContaining(inUse))
  await api.call('POST', '/vault/lock')
  expect(await found(made)).toEqual(['control'])

  await api.call('POST', '/vault/unlock', { password })
  expect(await found(made)).toEqual(expect.arrayContaining(inUse))
  await api.call('POST', '/vault/lock')
  expect(await found(made)).toEqual(['control'])
}, 240_000)

test('nor is any left of what opened the vault anew for a new password, a recovery code and a restore drill', async () => {
  const { data, api, found } = await memoryOfServe()
  await api.call('POST', '/vault', { password })
  const { code } = await api.call<{ code: string }>('POST', '/vault/recovery', { password })
  await api.call('POST', '/vault/recovery/confirmation', { code })
  const fields = { placement: 'header', key: 'a-key-of-an-api', origins: 'https://api.example.org' }
  await api.call('POST', '/connect/types/genericApiKey/connections', { fields })
  const drill = await api.call('POST', '/vault/drill', { password })
  expect(drill).toMatchObject({ result: 'success', secretsOpened: 1, problems: [] })
  const before = await vaultKeysOf(data, { password })
  await api.call('POST', '/vault/password', { current: { recoveryCode: code }, newPassword })
  await api.send('POST', '/vault/unlock', { password })
  const keys = new Map([
    ...(await vaultKeysOf(data, { recoveryCode: code })),
    ...(await vaultKeysOf(data, { password: newPassword })),
  ])
  keys.set('key from the old password', before.get('key from the password') ?? new Uint8Array())
  expect(await found(keys)).toEqual(expect.arrayContaining(inUse))
  await api.call('POST', '/vault/lock')
  expect(await found(keys)).toEqual(['control'])

  await api.call('POST', '/vault/unlock', { recoveryCode: code })
  expect(await found(keys)).toEqual(expect.arrayContaining(inUse))
  await api.call('POST', '/vault/lock')
  expect(await found(keys)).toEqual(['control'])
}, 240_000)

test('a vault that nobody used for a minute is locked by itself, and no key of it is left either', async () => {
  const { data, api, found, events } = await memoryOfServe()
  await api.call('POST', '/vault', { password })
  const keys = await vaultKeysOf(data, { password })
  expect(await found(keys)).toEqual(expect.arrayContaining(inUse))
  const stream = await events()
  await api.call('PATCH', '/settings', { autoLockMinutes: 1 })
  // It ends when the vault locks; a lock that is asked for then is answered when that one is done.
  await stream.text()
  expect(await api.call('GET', '/vault')).toMatchObject({ vault: 'locked' })
  await api.call('POST', '/vault/lock')
  expect(await found(keys)).toEqual(['control'])
}, 240_000)
