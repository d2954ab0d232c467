import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { add, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

/** Every table, row by row, and what search finds. */
function dump(vault: Vault): unknown {
  const { store } = vault
  const tables = ['connection', 'provider_app', 'tally', 'counter'].map((table) =>
    store.all(`SELECT * FROM ${table}`).filter((row) => table !== 'tally' || row.count !== 0),
  )
  return [...tables, [...vault.search.frozen()]]
}

async function secrets(vault: Vault): Promise<unknown> {
  const ids = vault.store.all('SELECT id FROM connection ORDER BY n').map(({ id }) => String(id))
  return Promise.all(ids.map(async (id) => [await vault.secret(id), (await vault.history(id, 50)).events]))
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), size: fc.constantFrom(10, 3000, 20_000), name: fc.string({ unit: 'binary' }) }),
  fc.record({
    kind: fc.constantFrom('rename' as const, 'remove' as const),
    which: fc.nat(20),
    name: fc.string({ unit: 'binary' }),
  }),
  fc.record({ kind: fc.constantFrom('wait' as const, 'lock' as const) }),
)

test('whatever is done, in parallel and across compactions and locks, reading it back gives the same tables, secrets and history', async () => {
  const lives = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
    let { ports, vault } = await newVault(vaultPorts(undefined, 16 * 1024))
    const { files } = ports
    const ids: string[] = []
    let running: Promise<unknown>[] = []
    for (const each of steps) {
      const id = 'which' in each ? ids[each.which % Math.max(ids.length, 1)] : undefined
      if (each.kind === 'add') running.push(add(vault, each.name, 'x'.repeat(each.size)).then((added) => ids.push(added)))
      else if (each.kind === 'rename' && id) running.push(rename(vault, id, each.name))
      else if (each.kind === 'remove' && id) running.push(remove(vault, id))
      else if (each.kind === 'wait' || each.kind === 'lock') {
        await Promise.all(running)
        running = []
        const copy = await unlock(vaultPorts(files.copy()))
        expect(dump(copy)).toEqual(dump(vault))
        expect(await secrets(copy)).toEqual(await secrets(vault))
        await copy.close()
        if (each.kind === 'wait') continue
        await vault.close()
        vault = await unlock(ports)
      }
    }
    await Promise.all(running)
    await vault.settled()
    const again = vaultPorts(files.copy())
    const copy = await unlock(again)
    expect(dump(copy)).toEqual(dump(vault))
    expect(await secrets(copy)).toEqual(await secrets(vault))
    expect([...ports.logger.lines, ...again.logger.lines]).toEqual([])
    await copy.close()
    await vault.close()
  })
  await fc.assert(lives, { numRuns: 40 })
})

test('a record longer than what is preallocated, and one that ends exactly at its end, are read back', async () => {
  const { ports, vault } = await newVault()
  await add(vault, 'Longer', 'x'.repeat(1.3 * 1024 * 1024))
  const head = vault.journalBytes
  await add(vault, 'Measure', '')
  const fixed = vault.journalBytes - head
  const left = 1024 * 1024 - (vault.journalBytes % (1024 * 1024))
  await add(vault, 'Measure', 'x'.repeat(left - fixed))
  expect(vault.journalBytes % (1024 * 1024)).toBe(0)
  await add(vault, 'Last')
  const again = await unlock(vaultPorts(ports.files.copy()))
  expect(dump(again)).toEqual(dump(vault))
  expect(await secrets(again)).toEqual(await secrets(vault))
})
