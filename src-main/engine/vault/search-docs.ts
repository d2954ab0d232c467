import { numbersBehind } from './list-order'
import { searchWords } from './search-words'
import type { Row, Store } from './store'

/** What a search knows of a connection: where its words are, and what lists are filtered by. */
export interface Doc {
  n: number
  id: string
  type: string
  status: string
  /** Subject of the one person who may see it; empty where the organisation may. */
  owner: string
  /** The words that search looks in, each followed by a space: name, account, type and id. */
  words: string
}

const COLUMNS = 'n, id, type, name, status, visibility, account_id, account_label, owner_subject'

/** All connections in the order of lists. */
export const allDocs = (store: Store): Doc[] =>
  store.all(`SELECT ${COLUMNS} FROM connection ORDER BY rank, name_key, n`).map(docOf)

/** Those of these ids that there are, last in the order of lists first. */
export const docsOf = (store: Store, ids: readonly string[]): Doc[] =>
  store
    .all(
      `SELECT ${COLUMNS} FROM connection WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rank DESC, name_key DESC, n DESC`,
      [JSON.stringify(ids)],
    )
    .map(docOf)

/** Ids of all connections, as one value: as rows they would take several times as long. */
export const allIds = (store: Store): string[] =>
  JSON.parse(String(store.one('SELECT json_group_array(id) AS ids FROM connection')?.ids)) as string[]

/** The number of the connection that comes after one in the order of lists; undefined where it is the last. */
export function numberAfter(store: Store, n: number): number | undefined {
  const row = store.one('SELECT rank, name_key FROM connection WHERE n = ?', [n])
  return row && numbersBehind(store, [Number(row.rank), String(row.name_key), n], 1)[0]
}

function docOf(row: Row): Doc {
  const words = searchWords([row.name, row.account_label, row.account_id, row.type, row.id].join(' '))
  return {
    n: Number(row.n),
    id: String(row.id),
    type: String(row.type),
    status: String(row.status),
    owner: row.visibility === 'private' ? String(row.owner_subject) : '',
    words: `${[...new Set(words)].join(' ')} `,
  }
}
