import { expect, test } from 'vitest'
import type { MendedSecrets } from '../../../src-main/engine/vault/secret-mender'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { FakeFiles } from '../../fakes/files'
import { newestFile } from './salvage-fixture'
import { add, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

const SNAPSHOT_HEAD = 128

/** A locked vault with two generations, whose newest snapshot begins with the secret of the connection. */
async function twoGenerations() {
  const { ports, vault } = await newVault()
  const id = await add(vault, 'Kept', 'first-token')
  await remove(vault, await add(vault, 'Erased'))
  await vault.settled()
  await rename(vault, id, 'Kept and renamed')
  await vault.close()
  return { files: ports.files, id }
}

/** Flips a bit in the middle of the first secret of the newest snapshot. */
const damage = (files: FakeFiles, name = newestFile(files, 'snapshot')) => files.flip(name, SNAPSHOT_HEAD + 90)

function listening(vault: Vault): MendedSecrets[] {
  const told: MendedSecrets[] = []
  vault.whenMended((mended) => told.push(mended))
  return told
}

test('a secret that was damaged in the newest snapshot is read from the generation before, and written anew', async () => {
  const { files, id } = await twoGenerations()
  const newest = newestFile(files, 'snapshot')
  damage(files)
  const ports = vaultPorts(files)
  const vault = await unlock(ports)
  const told = listening(vault)
  expect(await vault.secret(id)).toEqual({ accessToken: 'first-token' })
  expect(told).toEqual([{ file: newest, recovered: [id], lost: [] }])
  await vault.settled()
  expect(newestFile(files, 'snapshot')).not.toBe(newest)
  await vault.close()
  const again = await unlock(vaultPorts(files))
  const nothing = listening(again)
  expect(await again.secret(id)).toEqual({ accessToken: 'first-token' })
  expect(nothing).toEqual([])
})

test('a compaction that meets a damaged secret takes it from the generation before', async () => {
  const { files, id } = await twoGenerations()
  damage(files)
  const vault = await unlock(vaultPorts(files))
  const told = listening(vault)
  await remove(vault, await add(vault, 'Makes it compact'))
  await vault.settled()
  expect(told).toMatchObject([{ recovered: [id], lost: [] }])
  await vault.close()
  const again = await unlock(vaultPorts(files))
  expect(await again.secret(id)).toEqual({ accessToken: 'first-token' })
})

test('where the generation before is damaged too, an older token never takes the place of the newest', async () => {
  const { files, id } = await twoGenerations()
  damage(files)
  // The journal between the two: what it did to the secret is then not known.
  const journals = [...files.contents.keys()].filter((name) => name.startsWith('journal-')).sort()
  for (const journal of journals.slice(0, -1)) files.contents.get(journal)?.fill(0x58, 0, 40)
  const snapshots = [...files.contents.keys()].filter((name) => name.startsWith('snapshot-')).sort()
  damage(files, snapshots[0])
  const vault = await unlock(vaultPorts(files))
  const told = listening(vault)
  await expect(vault.secret(id)).rejects.toMatchObject({ name: 'OpenError' })
  expect(told).toMatchObject([{ recovered: [], lost: [id] }])
})

test('a token that was replaced while the earlier generation was read stays the new one', async () => {
  const { files, id } = await twoGenerations()
  damage(files)
  const vault = await unlock(vaultPorts(files))
  const told = listening(vault)
  const reading = vault.secret(id)
  const secret = vault.sealSecret(id, { accessToken: 'newer-token' })
  await vault.commit({
    actor: null,
    touches: [id],
    decide: () => ({
      events: [
        { body: { kind: 'connection.refreshed', record: id, data: { expiresAt: null, scopes: null, complete: true } }, secret },
      ],
      result: () => undefined,
    }),
  })
  await reading
  expect(await vault.secret(id)).toEqual({ accessToken: 'newer-token' })
  await vault.close()
  expect(await (await unlock(vaultPorts(files))).secret(id)).toEqual({ accessToken: 'newer-token' })
  expect(told.flatMap(({ lost }) => lost)).toEqual([])
})

test('a secret that was removed is not brought back from an earlier generation', async () => {
  const { files, id } = await twoGenerations()
  damage(files)
  const vault = await unlock(vaultPorts(files))
  await remove(vault, id)
  expect(await vault.secret(id)).toBeUndefined()
  await vault.settled()
  expect(await vault.secret(id)).toBeUndefined()
})
