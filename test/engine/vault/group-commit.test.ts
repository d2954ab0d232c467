import { describe, expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import type { DecidedEvent, Vault } from '../../../src-main/engine/vault/vault'
import { FakeFiles } from '../../fakes/files'
import { SeededRandom } from '../../fakes/seeded-random'
import { add, addedEvent, names, newVault, unlock, vaultPorts } from './vault-fixture'

const many = (length: number) => Array.from({ length }, (_, i) => `Grouped ${String(i).padStart(3, '0')}`)

const addGroup = (vault: Vault, wanted: readonly string[]): Promise<number> =>
  vault.commitGroup({
    actor: null,
    decide: async () => {
      const events: DecidedEvent[] = wanted.map((name) => addedEvent(vault, name))
      return { events, result: () => events.length }
    },
  })

const grouped = (vault: Vault) => names(vault).filter((name) => name.startsWith('Grouped'))

/** The disk after every step of a group commit, with what was there before it. */
async function momentsOfGroup(take: (files: FakeFiles) => FakeFiles) {
  const files = new FakeFiles()
  const { vault } = await newVault(vaultPorts(files))
  await add(vault, 'Before')
  const moments: FakeFiles[] = []
  files.afterStep = () => void moments.push(take(files))
  await addGroup(vault, many(40))
  files.afterStep = undefined
  const done = take(files)
  await vault.close()
  return { moments, done }
}

describe('a group of events', () => {
  test('is there as a whole, with its secrets, also after the next unlock', async () => {
    const { ports, vault } = await newVault()
    expect(await addGroup(vault, many(40))).toBe(40)
    expect(grouped(vault)).toEqual(many(40))
    await add(vault, 'After')
    await vault.close()
    const again = await unlock(ports)
    expect(again.found?.findings.files).toEqual([])
    expect(names(again)).toEqual(['After', ...many(40)])
    const row = again.store.one("SELECT id FROM connection WHERE name = 'Grouped 017'")
    expect(await again.secret(String(row?.id))).toEqual({ accessToken: 'token-of-Grouped 017' })
    await again.close()
  })

  test('is there after a kill at any step as a whole or not at all, and the vault goes on', async () => {
    const { moments } = await momentsOfGroup((files) => files.copy())
    const seen = new Set<number>()
    for (const files of moments) {
      const vault = await unlock(vaultPorts(files))
      const found = grouped(vault)
      expect([0, 40]).toContain(found.length)
      expect(vault.found?.findings).toMatchObject({ files: [], lostEvents: [] })
      seen.add(found.length)
      await add(vault, 'After')
      await vault.close()
      const again = await unlock(vaultPorts(files))
      expect(names(again)).toEqual(['After', 'Before', ...found])
      expect(again.found?.findings.files).toEqual([])
      await again.close()
    }
    expect(seen).toEqual(new Set([0, 40]))
  })

  test('is there after a power cut as a whole or not at all, whatever sectors of it came to the disk', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = new SeededRandom(seed)
      const { moments } = await momentsOfGroup((files) => files.afterPowerCut(random))
      for (const files of moments) {
        const vault = await unlock(vaultPorts(files))
        expect([0, 40], `seed ${seed}`).toContain(grouped(vault).length)
        await vault.close()
      }
    }
  })

  test('stays whole where a bit of it is flipped: each of its other records is read, and the flip is reported', async () => {
    const { done } = await momentsOfGroup((files) => files.copy())
    const journal = done.contents.get('journal-1') ?? new Uint8Array()
    const from = Buffer.from(journal).indexOf(Buffer.from([0x89, 0x4e, 0x43, 0x4a]), 1)
    const to = journal.findLastIndex((byte) => byte !== 0)
    for (let offset = from; offset <= to; offset += 997) await expectSalvaged(done.copy(), offset)
    for (let offset = to - 600; offset <= to; offset += 29) await expectSalvaged(done.copy(), offset)
  })

  test('that was finished keeps what is left of it when its journal is cut afterwards, because the next one goes on behind it', async () => {
    const files = new FakeFiles()
    const { vault } = await newVault(vaultPorts(files))
    await addGroup(vault, many(5))
    await vault.close()
    const journal = files.contents.get('journal-1') ?? new Uint8Array()
    const end = journal.findLastIndex((byte) => byte !== 0)
    const starts = Buffer.from(journal).lastIndexOf(Buffer.from([0x89, 0x4e, 0x43, 0x4a]), end)
    const before = files.copy()
    const later = await unlock(vaultPorts(files, 3000))
    await add(later, 'After')
    await later.settled()
    await add(later, 'Later')
    await later.close()
    const next = [...files.contents].find(([name]) => name === 'journal-2')
    const cut = before.copy()
    cut.contents.set('journal-1', journal.slice(0, starts))
    const alone = await unlock(vaultPorts(cut.copy()))
    expect(grouped(alone)).toEqual([])
    await alone.close()
    cut.contents.set('journal-2', next?.[1] ?? new Uint8Array())
    const opened = await unlock(vaultPorts(cut))
    expect(grouped(opened).length).toBeGreaterThanOrEqual(4)
    await opened.close()
  })

  test('that is refused writes nothing, and one that is empty neither', async () => {
    const { ports, vault } = await newVault()
    const { steps } = ports.files
    const refused = vault.commitGroup({ actor: null, decide: async () => Promise.reject(new EngineError('NOT_FOUND')) })
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await vault.commitGroup({ actor: null, decide: async () => ({ events: [], result: () => 7 }) })).toBe(7)
    expect(ports.files.steps).toBe(steps)
    await add(vault, 'After')
    expect(names(vault)).toEqual(['After'])
    await vault.close()
  })

  test('that the disk refuses leaves a vault that only reads, and nothing of it after the next unlock', async () => {
    const { ports, vault } = await newVault()
    ports.files.failWhen = (operation) => operation === 'sync'
    await expect(addGroup(vault, many(40))).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
    expect(names(vault)).toEqual([])
    await expect(add(vault, 'After')).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
    await vault.close()
    ports.files.failWhen = undefined
    const again = await unlock(ports)
    expect(names(again)).toEqual([])
    await again.close()
  })
})

async function expectSalvaged(files: FakeFiles, offset: number): Promise<void> {
  files.flip('journal-1', offset)
  const vault = await unlock(vaultPorts(files))
  expect(grouped(vault).length, `byte ${offset}`).toBeGreaterThanOrEqual(39)
  expect(vault.found?.findings.files, `byte ${offset}`).not.toEqual([])
  await vault.close()
}

test('a command of several events is there as a whole or not at all, wherever a kill has cut its write', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Before')
  const before = vault.journalBytes
  const events = many(4).map((name) => addedEvent(vault, name))
  await vault.commit({ actor: null, touches: [], decide: () => ({ events, result: () => undefined }) })
  const after = vault.journalBytes
  await vault.close()
  const seen = new Set<number>()
  for (const cut of [...Array.from({ length: Math.ceil((after - before) / 97) }, (_, i) => before + i * 97), after]) {
    const files = ports.files.copy()
    files.contents.get('journal-1')?.fill(0, cut)
    const reopened = await unlock(vaultPorts(files))
    expect([0, 4], `cut at ${cut}`).toContain(grouped(reopened).length)
    expect(reopened.found?.findings, `cut at ${cut}`).toMatchObject({ files: [], lostEvents: [] })
    seen.add(grouped(reopened).length)
    await reopened.close()
  }
  expect(seen).toEqual(new Set([0, 4]))
})
