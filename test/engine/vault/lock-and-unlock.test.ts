import { expect, test } from 'vitest'
import { FakeFiles } from '../../fakes/files'
import { add, names, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

async function made() {
  const { ports, vault } = await newVault(vaultPorts(new FakeFiles()))
  const id = await add(vault, 'Kept')
  await remove(vault, await add(vault, 'Gone'))
  await vault.settled()
  await add(vault, 'Last')
  await vault.close()
  return { files: ports.files.copy(), id }
}

test('an unlock that fails at any step is refused by name, closes every file, and changes nothing that matters', async () => {
  const { files } = await made()
  for (let at = 1; ; at++) {
    const disk = files.copy()
    // The tail of the journal is torn, so that unlocking has something to write there.
    disk.contents.get('journal-2')?.fill(0xa5, 900, 901)
    disk.fails({ at, half: at % 2 === 0, once: true })
    const vault = await unlock(vaultPorts(disk)).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'VAULT_READ_ONLY' })
    })
    if (!vault) expect(disk.opened).toEqual([])
    await vault?.close()
    disk.mend()
    const again = await unlock(vaultPorts(disk))
    expect(names(again)).toEqual(['Gone', 'Kept', 'Last'])
    await again.close()
    expect(disk.opened).toEqual([])
    if (disk.steps < at) break
  }
})

test.each([
  ['newest journal', ['journal-3']],
  ['snapshots', ['snapshot-2', 'snapshot-3']],
])('without its %s a vault is called damaged, and every file stays as it is', async (_, missing) => {
  const { files } = await made()
  for (const name of missing) expect(files.contents.delete(name)).toBe(true)
  const before = files.copy()
  await expect(unlock(vaultPorts(files))).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  expect(files.opened).toEqual([])
  expect([...files.contents.keys()]).toEqual([...before.contents.keys()])
  for (const [name, bytes] of before.contents)
    expect(Buffer.compare(bytes, files.contents.get(name) ?? new Uint8Array()), name).toBe(0)
})

test('after locking, whatever still runs is told that the vault is locked, and seals nothing under a key that is gone', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Acme')
  const last = add(vault, 'In hand')
  const closing = vault.close()
  await last
  await closing
  const locked = { code: 'VAULT_LOCKED' }
  await expect(rename(vault, id, 'Late')).rejects.toMatchObject(locked)
  await expect(vault.secret(id)).rejects.toMatchObject(locked)
  await expect(vault.history(id, 10)).rejects.toMatchObject(locked)
  expect(() => vault.sealSecret(id, {})).toThrow(expect.objectContaining(locked))
  expect(() => vault.store).toThrow(expect.objectContaining(locked))
  expect(names(await unlock(vaultPorts(ports.files.copy())))).toEqual(['Acme', 'In hand'])
})

test('an event that the tables refuse after it was written ends the writing, and costs no other event at the next unlock', async () => {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Acme')
  await expect(add(vault, 'The same id', 'token', id)).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  await expect(add(vault, 'After')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(names(vault)).toEqual(['Acme'])
  const again = vaultPorts(ports.files.copy())
  const reopened = await unlock(again)
  expect(again.logger.text()).toContain('could not be applied')
  expect(names(reopened)).toEqual(['Acme'])
  expect(await reopened.secret(id)).toEqual({ accessToken: 'token-of-Acme' })
  await add(reopened, 'After')
  expect(names(await unlock(vaultPorts(again.files.copy())))).toEqual(['Acme', 'After'])
})

test('a switch of the header that failed half-way ends the writing, and loses nothing', async () => {
  const { files } = await made()
  const disk = files.copy()
  const vault = await unlock(vaultPorts(disk))
  const victim = await add(vault, 'Victim')
  let headerWrites = 0
  disk.failWhen = (operation, name) => name === 'header' && operation === 'write' && ++headerWrites === 2
  await remove(vault, victim)
  await vault.settled()
  disk.failWhen = undefined
  await expect(add(vault, 'More')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(names(await unlock(vaultPorts(disk.copy())))).toEqual(['Gone', 'Kept', 'Last', 'Victim'])
})
