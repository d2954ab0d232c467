import { expect, test } from 'vitest'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { deferred } from '../../fakes/deferred'
import { FakeFiles } from '../../fakes/files'
import { add, cheapKdf, names, newVault, password, quickDerive, remove, unlock, vaultPorts } from './vault-fixture'

const overtaken = { code: 'VAULT_READ_ONLY', message: expect.stringContaining('Another process') }
const reopened = async (files: FakeFiles) => unlock(vaultPorts(files.copy()))

/** Runs `between` the first time that `files` is asked to do something to a file of that name. */
function during(files: FakeFiles, operation: 'open' | 'read' | 'remove', name: string, between: () => Promise<void>): void {
  const original = files[operation].bind(files) as (...args: unknown[]) => Promise<never>
  const replaced = async (...args: unknown[]) => {
    if (args[0] === name) {
      Object.assign(files, { [operation]: original })
      await between()
    }
    return original(...args)
  }
  Object.assign(files, { [operation]: replaced })
}

test('what an old process commits while a new one is loading is not overwritten: the new one has to unlock again', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'First')
  const late = vaultPorts(ports.files)
  during(ports.files, 'open', 'header', async () => {
    await add(vault, 'Acknowledged in between')
  })
  await expect(unlock(late)).rejects.toMatchObject(overtaken)
  const next = await unlock(late)
  expect(names(next)).toEqual(['Acknowledged in between', 'First'])
  await add(next, 'Last')
  expect(names(await reopened(ports.files))).toEqual(['Acknowledged in between', 'First', 'Last'])
})

test('a commit that reaches the disk after another process took over is not acknowledged', async () => {
  const { ports, vault } = await newVault()
  let other: Vault | undefined
  ports.files.beforeSync = async () => {
    ports.files.beforeSync = async () => undefined
    // It is in the file by now, so whoever takes over either finds it or fences it off.
    other = await unlock(vaultPorts(ports.files))
  }
  await expect(add(vault, 'Between')).rejects.toMatchObject(overtaken)
  if (!other) throw new Error('nobody took over')
  await add(other, 'Other')
  expect(names(await reopened(ports.files))).toEqual(names(other))
})

test('an overtaken process compacts nothing, and takes no file of the new one away', async () => {
  const { ports, vault } = await newVault()
  const gone = await add(vault, 'Gone')
  const held = deferred()
  const reached = deferred()
  during(ports.files, 'open', 'snapshot-2', async () => {
    reached.resolve()
    await held.promise
  })
  await remove(vault, gone)
  await reached.promise
  const other = await unlock(vaultPorts(ports.files))
  await add(other, 'Other')
  await other.settled()
  const before = ports.files.copy()
  held.resolve()
  await vault.settled()
  expect([...ports.files.contents.keys()]).toEqual(expect.arrayContaining([...before.contents.keys()]))
  expect(ports.files.contents.get('header')).toEqual(before.contents.get('header'))
  await add(other, 'Another')
  await other.settled()
  expect(names(await reopened(ports.files))).toEqual(['Another', 'Gone', 'Other'])
})

test('of processes that unlock at the same moment, one at most can write', async () => {
  const { ports, vault } = await newVault()
  await vault.close()
  for (let round = 0; round < 20; round++) {
    const opened = await Promise.allSettled([1, 2, 3].map(() => unlock(vaultPorts(ports.files))))
    const vaults = opened.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const commits = await Promise.allSettled(vaults.map((each, index) => add(each, `Round ${round} writer ${index}`)))
    expect(commits.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
    for (const outcome of [...opened, ...commits])
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(overtaken)
    for (const each of vaults) await each.close()
  }
})

test('a vault that another process made while the password was derived is not made over', async () => {
  const files = new FakeFiles()
  let other: Vault | undefined
  const slow = {
    ...vaultPorts(files),
    derive: async (...args: Parameters<typeof quickDerive>) => {
      other = (await newVault(vaultPorts(files))).vault
      await add(other, 'Theirs')
      return quickDerive(...args)
    },
  }
  await expect(createVault(slow, { password, demo: false, kdf: cheapKdf })).rejects.toMatchObject({ code: 'VAULT_EXISTS' })
  expect(names(await reopened(files))).toEqual(['Theirs'])
  await other?.close()
})
