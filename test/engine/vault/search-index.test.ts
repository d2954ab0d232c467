import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchWords } from '../../../src-main/engine/vault/search-words'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { add, newVault, remove, rename, unlock, vaultPorts } from './vault-fixture'

const all = { type: () => true, status: () => true, owner: () => true }

/** What a search must find: every connection of which each typed word begins one of its words, in the order of lists. */
function expected({ store }: Vault, query: string): number[] {
  const typed = searchWords(query)
  return store
    .all('SELECT n, name, account_label, account_id, type, id FROM connection ORDER BY rank, name_key, n')
    .filter((row) => {
      const words = searchWords([row.name, row.account_label, row.account_id, row.type, row.id].join(' '))
      return typed.every((prefix) => words.some((word) => word.startsWith(prefix)))
    })
    .map(({ n }) => Number(n))
}

const found = (vault: Vault, query: string) => vault.search.find(searchWords(query), all, { from: undefined, limit: 1000 })

const name = fc.oneof(
  fc
    .array(fc.constantFrom('Acme', 'Acre', 'ac', 'Birch', 'Straße', '日本', '42', '421', 'a'), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
)
type Step =
  | { kind: 'add'; name: string }
  | { kind: 'rename' | 'remove'; which: number; name: string }
  | { kind: 'look' | 'reopen' }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), name }),
  fc.record({ kind: fc.constantFrom('rename' as const, 'remove' as const), which: fc.nat(30), name }),
  fc.record({ kind: fc.constantFrom('look' as const, 'reopen' as const) }),
)

/** Renamed while a compaction brings search up to the tables, which do not have that name yet. */
const changedWhileCompacting = [
  { kind: 'add', name: 'Acme' },
  { kind: 'remove', which: 0, name: '' },
  { kind: 'reopen' },
  { kind: 'add', name: 'Birch' },
  { kind: 'rename', which: 0, name: 'Birch Acme' },
  { kind: 'look' },
  { kind: 'rename', which: 0, name: 'Acme' },
  { kind: 'look' },
] satisfies Step[]

test('whatever is added, renamed, removed and reopened, a search finds what the tables have, in their order, with how many', async () => {
  const lives = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), name, async (steps, query) => {
    const { ports, vault: first } = await newVault()
    let vault = first
    const ids: string[] = []
    const queries = ['a', 'ac', 'acm', 'acme 4', '4', 'b', 'str', 't', 'cred', 'slackapi ac', query].filter(
      (one) => searchWords(one).length > 0,
    )
    const look = () => {
      for (const one of queries) {
        const wanted = expected(vault, one)
        expect(found(vault, one), one).toEqual({ numbers: wanted, total: wanted.length })
      }
    }
    for (const each of steps) {
      const id = 'which' in each ? ids[each.which % Math.max(ids.length, 1)] : undefined
      if (each.kind === 'add') ids.push(await add(vault, each.name))
      else if (each.kind === 'rename' && id) await rename(vault, id, each.name)
      else if (each.kind === 'remove' && id) await remove(vault, id)
      else if (each.kind === 'look') look()
      else if (each.kind === 'reopen') {
        await vault.close()
        vault = await unlock(vaultPorts(ports.files))
      }
    }
    look()
    await vault.close()
  })
  await fc.assert(lives, { numRuns: 120, examples: [[changedWhileCompacting, 'Acme']] })
}, 120_000)

test('a page goes on after the one before it, and counts them all', async () => {
  const { vault } = await newVault()
  for (let index = 0; index < 100; index++) await add(vault, `Acme ${String(index).padStart(3, '0')}`)
  const whole = found(vault, 'acme').numbers
  const from = whole[40]
  expect(vault.search.find(['acme'], all, { from, limit: 10 })).toEqual({ numbers: whole.slice(40, 50), total: 100 })
  expect(vault.search.find(['acme'], all, { from: -1, limit: 10 })).toEqual({ numbers: [], total: 100 })
  await vault.close()
})

test('a backlog of hundreds is taken in a part in each turn, and a search after any of them finds what the tables have', async () => {
  const { vault } = await newVault()
  const names = ['Acme', 'Birch', 'Acre', 'Cedar', 'Acme']
  const ids = await Promise.all(Array.from({ length: 150 }, (_, index) => add(vault, `${names[index % 5]} ${index}`)))
  for (let turns = 0; turns < 6; turns++) {
    // Read, so that there is something to bring up to what follows.
    expect(found(vault, 'ac').numbers).toEqual(expected(vault, 'ac'))
    await Promise.all([
      ...ids.map((id, index) => rename(vault, id, `${names[(index * 7 + turns) % 5]} ${index % 3}`)),
      ...Array.from({ length: 60 }, (_, index) => add(vault, `${names[index % 5]} new ${index}`)),
    ])
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(found(vault, 'ac').numbers).toEqual(expected(vault, 'ac'))
  expect(found(vault, 'birch 1').numbers).toEqual(expected(vault, 'birch 1'))
  await vault.close()
})
