import { expect, test } from 'vitest'
import { listConnections } from '../../../src-main/engine/connection/list-connections'
import type { Vault } from '../../../src-main/engine/vault/vault'
import { add, newVault, rename } from '../vault/vault-fixture'
import { ada } from './engine-fixture'

/** What the contract takes for a cursor. */
const LONGEST_CURSOR = 200

function pages(vault: Vault, limit: number, between: () => Promise<unknown> = async () => undefined) {
  const read = async (cursor?: string, seen: string[] = []): Promise<string[]> => {
    const page = listConnections(vault, ada.actor, { limit, cursor })
    seen.push(...page.items.map(({ name }) => name))
    expect(seen.length, 'a page that comes again and again').toBeLessThan(500)
    if (page.nextCursor === null) return seen
    expect(page.nextCursor.length).toBeLessThanOrEqual(LONGEST_CURSOR)
    await between()
    return read(page.nextCursor, seen)
  }
  return read()
}

/** All pages one after the other. */
function idsOf(vault: Vault, input: { limit: number; query: string | undefined }): string[] {
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = listConnections(vault, ada.actor, { ...input, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

test.each([
  ['plain', 'n'],
  ['quoted', '"\\'],
  ['Chinese', '漢'],
  ['emoji', '😀'],
  ['such that they grow when normalized', '\ufdfa'],
  ['with control characters', '\u0001\u0000'],
])('names of 120 characters, %s, are paged through without gap or repeat', async (_, text) => {
  const { vault } = await newVault()
  const end = (index: number) => String(index).padStart(3, '0')
  await Promise.all(Array.from({ length: 9 }, (__, index) => add(vault, text.repeat(120).slice(0, 116) + end(index))))
  const whole = listConnections(vault, ada.actor, { limit: 50 }).items.map(({ name }) => name)
  expect(await pages(vault, 2)).toEqual(whole)
  expect(whole).toHaveLength(9)
})

test('connections of one name are paged through by age, without gap or repeat, as are those that a search finds', async () => {
  const { vault } = await newVault()
  const [first, last] = [await add(vault, 'Acme'), await add(vault, 'Zenith')]
  const same: string[] = []
  for (let index = 0; index < 7; index++) same.push(await add(vault, 'Same'))
  const read = (query?: string) => idsOf(vault, { limit: 2, query })
  expect(read()).toEqual([first, ...same, last])
  expect(read('same')).toEqual(same)
})

test('a connection that is renamed while its page is turned neither stops the pages nor hides another', async () => {
  const { vault } = await newVault()
  const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => add(vault, `${'long '.repeat(22)}${index}`)))
  let turned = 0
  const seen = await pages(vault, 2, () => rename(vault, ids[1 + 2 * turned] ?? '', `A moved one ${turned++}`))
  for (const index of [2, 4]) expect(seen.filter((name) => name.endsWith(`long ${index}`)).length).toBeGreaterThanOrEqual(1)
})

test.each([
  ['the ligature ﬁnance', 'ﬁnance'],
  ['the ligature ﬁnance', 'finance'],
  ['Ｗｉｄｅ', 'wide'],
  ['Zoe\u0308', 'zoë'],
  ['हिन्दी', 'हिन्दी'],
])('%s is found by %s, however either was typed', async (name, query) => {
  const { vault } = await newVault()
  await add(vault, name)
  expect(listConnections(vault, ada.actor, { limit: 5, query })).toMatchObject({ total: 1 })
})
