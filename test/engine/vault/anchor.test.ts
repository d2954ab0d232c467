import { expect, test } from 'vitest'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import { unlockVault } from '../../../src-main/engine/vault/unlock-vault'
import type { Vault } from '../../../src-main/engine/vault/vault'
import type { FakeFiles } from '../../fakes/files'
import { anchoredPorts } from './salvage-fixture'
import { add, cheapKdf, names, password, remove } from './vault-fixture'

type Ports = ReturnType<typeof anchoredPorts>

async function made() {
  const ports = anchoredPorts()
  return { ports, vault: await createVault(ports, { password, demo: false, kdf: cheapKdf }) }
}

const unlock = (ports: Ports): Promise<Vault> => unlockVault(ports, { password, demo: false })
const withFiles = (ports: Ports, files: FakeFiles): Ports => ({ ...anchoredPorts(files, ports.anchors), clock: ports.clock })

test('an older copy that was put back opens, and is reported with how far it is behind and since when', async () => {
  const { ports, vault } = await made()
  await add(vault, 'First')
  const old = ports.files.copy()
  await add(vault, 'Second')
  await vault.close()
  const seenAt = new Date(ports.clock.now()).toISOString()
  ports.clock.advance(60_000)
  const again = await unlock(withFiles(ports, old))
  expect(names(again)).toEqual(['First'])
  expect(again.found?.rollback).toEqual({
    ...{ kind: 'older_copy', expected: 3, found: 2, seenAt },
    at: new Date(ports.clock.now()).toISOString(),
  })
})

test('a cut at the border of a record, which the file itself cannot tell, is reported', async () => {
  const { ports, vault } = await made()
  await add(vault, 'First')
  const end = vault.journalBytes
  await add(vault, 'Second')
  await vault.close()
  const files = ports.files.copy()
  files.contents.get('journal-1')?.fill(0, end)
  const again = await unlock(withFiles(ports, files))
  expect(again.found).toMatchObject({ findings: { files: [] }, rollback: { kind: 'older_copy', expected: 3, found: 2 } })
})

test('an older copy that was written on until it is as long again has another history, and is reported as that', async () => {
  const { ports, vault } = await made()
  await add(vault, 'First')
  const old = ports.files.copy()
  await add(vault, 'Second')
  await vault.close()
  const elsewhere = await unlock(anchoredPorts(old))
  await add(elsewhere, 'Another second')
  await add(elsewhere, 'Third')
  await elsewhere.close()
  const again = await unlock(withFiles(ports, old))
  expect(again.found?.rollback).toMatchObject({ kind: 'other_history', expected: 3, found: 4 })
})

test('the vault itself is never reported, however it was closed and whatever was compacted', async () => {
  const { ports, vault } = await made()
  await remove(vault, await add(vault, 'First'))
  await vault.settled()
  await add(vault, 'Killed without a word')
  const killed = await unlock(withFiles(ports, ports.files.copy()))
  expect(killed.found?.rollback).toBeUndefined()
  await killed.close()
  expect((await unlock(ports)).found?.rollback).toBeUndefined()
})

test('however many commits there are, it is written at most every five seconds, and at lock', async () => {
  const { ports, vault } = await made()
  const { anchors, clock } = ports
  const before = { writes: anchors.writes, timers: clock.timersSet }
  for (let index = 0; index < 40; index++) await add(vault, `Many ${index}`)
  expect(anchors.writes - before.writes).toBe(0)
  expect(clock.timersSet - before.timers).toBeLessThanOrEqual(1)
  clock.advance(5000)
  await expect.poll(() => anchors.writes - before.writes).toBe(1)
  await add(vault, 'Last')
  await vault.close()
  expect(anchors.writes - before.writes).toBe(2)
  expect((await unlock(ports)).found?.rollback).toBeUndefined()
})

test('a place that cannot be written fails no commit, and is told', async () => {
  const { ports, vault } = await made()
  ports.anchors.fails = true
  ports.clock.advance(6000)
  await add(vault, 'Kept all the same')
  await expect.poll(() => vault.upkeep.anchor).toMatchObject({ state: 'failing' })
  expect(ports.logger.text()).toContain('could not be kept')
  await vault.close()
})

test('what could not be read at unlock is not written over: it may know better than the vault', async () => {
  const { ports, vault } = await made()
  await add(vault, 'First')
  const old = ports.files.copy()
  await add(vault, 'Second')
  await vault.close()
  ports.anchors.fails = true
  const blind = await unlock(withFiles(ports, old))
  ports.anchors.fails = false
  ports.clock.advance(6000)
  await blind.close()
  expect((await unlock(withFiles(ports, old))).found?.rollback).toMatchObject({ expected: 3, found: 2 })
})

test('another vault’s, or a changed one, is unreadable and compares with nothing', async () => {
  const { ports, vault } = await made()
  await vault.close()
  const other = await made()
  await other.vault.close()
  const [[id] = ['']] = ports.anchors.kept
  const foreign = [...other.ports.anchors.kept.values()][0] ?? new Uint8Array()
  ports.anchors.kept.set(id, foreign)
  const again = await unlock(ports)
  expect(again.found?.rollback).toBeUndefined()
  expect(again.upkeep.anchor).toMatchObject({ state: 'unreadable' })
})

test('until an older copy is accepted it is reported at every unlock; accepted, it is the vault', async () => {
  const { ports, vault } = await made()
  await add(vault, 'First')
  const old = ports.files.copy()
  await add(vault, 'Second')
  await vault.close()
  const copy = withFiles(ports, old)
  const once = await unlock(copy)
  await add(once, 'Written meanwhile')
  await once.close()
  const twice = await unlock(copy)
  expect(twice.found?.rollback).toBeDefined()
  await twice.renewAnchor()
  await twice.close()
  expect((await unlock(copy)).found?.rollback).toBeUndefined()
})
