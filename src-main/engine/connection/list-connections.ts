import type { Inputs, Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { type ConnectionStatus, needsAttention } from '../../../src-shared/domain/status'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { invalidInput } from '../error'
import { firstNumbers, numbersBehind, type Position, type Where } from '../vault/list-order'
import type { SearchFilter } from '../vault/search-table'
import { searchWords } from '../vault/search-words'
import type { Store } from '../vault/store'
import type { Vault } from '../vault/vault'
import { type Listed, listedConnections, textOf, viewOf } from './listed-connections'

/** What recipes make for themselves has no card and no page: it is listed where it is asked for by its type. */
const UNLISTED = 'webhook_source' satisfies CredentialTypeKey

/** More narrow a search no further, and each costs. */
const MOST_WORDS = 8

type Input = Inputs['connection']['list']
type PageOf<Item> = Omit<Outputs['connection']['list'], 'items'> & { items: Item[] }

/** A page in the stable order of lists (live, dormant, removed; then name, then age), with how many match in all. */
export function listConnections(vault: Vault, actor: Actor, input: Input): Outputs['connection']['list'] {
  const { items, nextCursor, total } = pageOf(vault, actor, input)
  return { items: items.map(viewOf), nextCursor, total }
}

/** The same page, each view as JSON, which is made once for as long as nothing happens to the connection. */
export function listTexts(vault: Vault, actor: Actor, input: Input): PageOf<string> & { isSettled: boolean } {
  const { items, nextCursor, total } = pageOf(vault, actor, input)
  return { items: items.map(textOf), nextCursor, total, isSettled: items.every(({ isSettled }) => isSettled) }
}

function pageOf(vault: Vault, actor: Actor, input: Input): Omit<PageOf<never>, 'items'> & { items: readonly Listed[] } {
  const limit = input.limit ?? 50
  const after = input.cursor === undefined ? undefined : positionOf(vault, filterOf(actor, input), decodeCursor(input.cursor))
  const words = searchWords(input.query ?? '').slice(0, MOST_WORDS)
  // Nothing but punctuation: no word can begin like that.
  if (words.length === 0 && input.query?.trim()) return { items: [], nextCursor: null, total: 0 }
  const { numbers, total } =
    words.length > 0
      ? searched(vault, words, searchFilter(actor, input), after, limit + 1)
      : { numbers: numbersInOrder(vault, filterOf(actor, input), after, limit + 1), total: tallied(vault, actor, input) }
  const page = listedConnections(vault, numbers.slice(0, limit))
  const last = page.at(-1)
  return {
    items: page,
    nextCursor: numbers.length > limit && last ? cursorOf(last) : null,
    total,
  }
}

function numbersInOrder({ store }: Vault, filter: Filter, after: Position | undefined, limit: number): number[] {
  const where: Where = { sql: filter.where.join(' AND '), params: filter.params }
  return after ? numbersBehind(store, after, limit, where) : firstNumbers(store, limit, where)
}

function searched(
  { store, search }: Vault,
  words: readonly string[],
  filter: SearchFilter,
  after: Position | undefined,
  limit: number,
) {
  return search.find(words, filter, { from: after && numberBehind(store, after), limit })
}

/** None where nothing comes after: no connection has that number. */
function numberBehind(store: Store, after: Position): number {
  const [n = -1] = numbersBehind(store, after, 1)
  return n
}

function searchFilter(actor: Actor, { type, status, visibility, needs }: Input): SearchFilter {
  return {
    type: (candidate) => (type ? candidate === type : candidate !== UNLISTED),
    status: (candidate) => (!status || candidate === status) && (!needs || needsAttention(candidate as ConnectionStatus)),
    owner: (candidate) => (candidate === '' ? visibility !== 'private' : candidate === actor.subject && visibility !== 'org'),
  }
}

interface Filter {
  where: string[]
  params: (string | number)[]
}

function filterOf(actor: Actor, input: Input): Filter {
  const where = ["(visibility = 'org' OR owner_subject = ?)"]
  const params: Filter['params'] = [actor.subject]
  if (input.type) {
    where.push('type = ?')
    params.push(input.type)
  } else {
    where.push(`type <> '${UNLISTED}'`)
  }
  if (input.status) {
    where.push('status = ?')
    params.push(input.status)
  }
  if (input.visibility) {
    where.push('visibility = ?')
    params.push(input.visibility)
  }
  // Word for word what the index of it says, or it would not be used.
  if (input.needs) where.push("status IN ('needs_reauth', 'uninstalled', 'error')")
  return { where, params }
}

/** From the tally, so that it does not grow with the number of connections. */
function tallied(vault: Vault, actor: Actor, input: Input): number {
  const row = vault.store.one(
    `SELECT coalesce(sum(count), 0) AS total FROM tally
     WHERE (visibility = 'org' OR owner = ?) AND iif(? IS NULL, type <> '${UNLISTED}', type = ?) AND status = coalesce(?, status)
       AND visibility = coalesce(?, visibility) AND (? = 0 OR status IN ('needs_reauth', 'uninstalled', 'error'))`,
    [actor.subject, input.type ?? null, input.type ?? null, input.status ?? null, input.visibility ?? null, input.needs ? 1 : 0],
  )
  return Number(row?.total)
}

/** Names are longer than a cursor may be (200 characters): as much of one as fits goes into it. */
const MOST_NAME_BYTES = 100

function cursorOf(listed: Listed): string {
  const [rank, nameKey, n] = listed.position
  listed.cursor ??= Buffer.from(JSON.stringify([rank, beginningOf(nameKey), n])).toString('base64url')
  return listed.cursor
}

function beginningOf(nameKey: string): string {
  const fits = (text: string) => Buffer.byteLength(JSON.stringify(text)) <= MOST_NAME_BYTES
  if (fits(nameKey)) return nameKey
  let beginning = ''
  for (const character of nameKey) {
    if (!fits(beginning + character)) break
    beginning += character
  }
  return beginning
}

/** The name as it was, from the row that the cursor is about; where that has moved since, its beginning says well enough where it was. */
function positionOf(vault: Vault, { where, params }: Filter, [rank, nameKey, n]: Position): Position {
  const row = vault.store.one(`SELECT name_key FROM connection WHERE n = ? AND rank = ? AND ${where[0]}`, [
    n,
    rank,
    params[0] ?? null,
  ])
  const now = String(row?.name_key ?? '')
  return [rank, beginningOf(now) === nameKey ? now : nameKey, n]
}

function decodeCursor(cursor: string): Position {
  try {
    const [rank, nameKey, n, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof rank === 'number' && typeof nameKey === 'string' && typeof n === 'number' && rest.length === 0)
      return [rank, nameKey, n]
  } catch {
    // Not one of ours: answered below, like every other cursor that is not.
  }
  throw invalidInput('cursor', refusalWords.notACursor)
}
