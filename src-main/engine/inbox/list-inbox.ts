import type { Inputs, Outputs } from '../../../src-shared/contract'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import { nameKey } from '../vault/projection-values'
import type { Vault } from '../vault/vault'
import { type Progress, toDeliveryView } from './inbox-row'

/** More narrow a search no further, and each costs. */
const MOST_WORDS = 8

/** A page of the inbox, newest first, with how many there are in all. Each word of `query` must be in the name, sender or recipe. */
export function listInbox(
  vault: Vault,
  { query = '', limit = 50, cursor }: Inputs['inbox']['list'],
  progressOf: (id: string) => Progress,
): Outputs['inbox']['list'] {
  const words = nameKey(query).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const matching = ['removed_at IS NULL', ...words.map(() => 'instr(text_key, ?) > 0')].join(' AND ')
  const after = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor)
  const rows = vault.store.all(`SELECT * FROM inbox WHERE ${matching} AND n < ? ORDER BY n DESC LIMIT ?`, [
    ...words,
    after,
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => toDeliveryView(row, progressOf(String(row.id)))),
    nextCursor: rows.length > limit && last ? encodeCursor(Number(last.n)) : null,
    total: Number(vault.store.one(`SELECT count(*) AS total FROM inbox WHERE ${matching}`, words)?.total),
  }
}

/** The number of the last one: they are numbered as they are announced, also within a millisecond. */
const encodeCursor = (n: number): string => Buffer.from(JSON.stringify([n])).toString('base64url')

function decodeCursor(cursor: string): number {
  try {
    const [n, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof n === 'number' && rest.length === 0) return n
  } catch {
    // Not one of ours: answered below, like every other cursor that is not.
  }
  throw invalidInput('cursor', refusalWords.notACursor)
}
