import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { Position } from '../vault/list-order'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'
import { toView } from './connection-row'

/** A connection of a page, in the one form that it was last asked for in. */
export interface Listed {
  made: ConnectionView | string
  position: Position
  /** The position as a caller is given it, from when a page first ended here. */
  cursor?: string
  /** Whether only an event changes it: what is said of a secret that is being erased changes without one. */
  isSettled: boolean
}

export function viewOf(listed: Listed): ConnectionView {
  if (typeof listed.made !== 'string') return listed.made
  const view = JSON.parse(listed.made) as ConnectionView
  listed.made = view
  return view
}

/** The view as JSON. */
export function textOf(listed: Listed): string {
  if (typeof listed.made !== 'string') listed.made = JSON.stringify(listed.made)
  return listed.made
}

/** What a view is made of, and what the order of lists is by. */
const columns = [
  ...['n', 'id', 'type', 'name', 'visibility', 'managed', 'status', 'status_reason', 'status_at', 'account_id', 'account_label'],
  ...['details', 'owner_subject', 'owner_label', 'scopes', 'added_at', 'expires_at', 'last_used_at', 'last_refresh_at'],
  ...['last_test_at', 'last_test_result', 'last_test_error', 'refresh_failure_count', 'distressed', 'version'],
  ...['removed_sequence', 'rank', 'name_key'],
]

/** The connections of these numbers, in that order. Most of a page was listed before, and has not changed since. */
export function listedConnections(vault: Vault, numbers: readonly number[]): readonly Listed[] {
  const { kept } = vault
  const together = kept.together(numbers)
  if (together !== undefined) return together as readonly Listed[]
  const known: (Listed | undefined)[] = []
  const missing: number[] = []
  for (const n of numbers) {
    const listed = kept.get(n) as Listed | undefined
    if (listed === undefined) missing.push(n)
    known.push(listed)
  }
  const fresh = missing.length > 0 ? readMissing(vault, missing) : undefined
  const page = fresh ? numbers.flatMap((n, index) => known[index] ?? fresh.get(n) ?? []) : (known as Listed[])
  if (page.every(({ isSettled }) => isSettled)) kept.keepTogether(numbers, page)
  return page
}

function readMissing(vault: Vault, numbers: readonly number[]): Map<number, Listed> {
  const found = new Map<number, Listed>()
  for (const row of readRows(vault, numbers)) {
    const n = Number(row.n)
    const id = String(row.id)
    const isSettled = row.removed_sequence === null
    const listed: Listed = { made: toView(vault, row), position: [Number(row.rank), String(row.name_key), n], isSettled }
    found.set(n, listed)
    if (isSettled) vault.kept.keep(n, id, listed)
  }
  return found
}

/** As one value: fetching each column of each row by itself takes several times as long as finding them. */
function readRows({ store }: Vault, numbers: readonly number[]): Row[] {
  const page = store.one(
    `SELECT json_group_array(json_array(${columns.join(', ')})) AS page FROM connection WHERE n IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(numbers)],
  )
  return (JSON.parse(String(page?.page)) as Row[string][][]).map((values) => {
    const row: Row = {}
    for (const [index, name] of columns.entries()) row[name] = values[index] ?? null
    return row
  })
}
