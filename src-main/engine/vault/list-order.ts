import type { Store } from './store'

/** Where a connection is in the order of lists: live, dormant and removed ones; then by name; then the older one first. */
export type Position = [rank: number, nameKey: string, n: number]

/** As SQLite puts them in order: below zero where `a` comes first, above where `b` does. */
export function comparePositions(a: Position, b: Position): number {
  return a[0] - b[0] || compareText(a[1], b[1]) || a[2] - b[2]
}

/** By code points, as the bytes of UTF-8 are; JavaScript itself compares UTF-16, where one beyond 0xFFFF comes before some below it. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (one !== other) return inCodePoints(one) - inCodePoints(other)
  }
  return a.length - b.length
}

/** Surrogates behind everything else. */
const inCodePoints = (unit: number) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)

/** Which connections are meant, in SQL, and the values in it. */
export interface Where {
  sql: string
  params: readonly (string | number)[]
}

const everyone: Where = { sql: '1', params: [] }

/** Numbers of the first `limit` connections in the order of lists. */
export function firstNumbers(store: Store, limit: number, { sql, params } = everyone): number[] {
  const rows = store.all(`SELECT n FROM connection WHERE ${sql} ORDER BY rank, name_key, n LIMIT ?`, [...params, limit])
  return rows.map(({ n }) => Number(n))
}

/**
 * As `firstNumbers`, of those behind a position. In two steps, for SQLite seeks no further than the name in one: of ten thousand with the same
 * name it would go through all before.
 */
export function numbersBehind(store: Store, [rank, nameKey, n]: Position, limit: number, where = everyone): number[] {
  const ofThatName = { sql: `rank = ? AND name_key = ? AND n > ? AND ${where.sql}`, params: [rank, nameKey, n, ...where.params] }
  const numbers = firstNumbers(store, limit, ofThatName)
  if (numbers.length === limit) return numbers
  const behind = { sql: `(rank, name_key) > (?, ?) AND ${where.sql}`, params: [rank, nameKey, ...where.params] }
  return [...numbers, ...firstNumbers(store, limit - numbers.length, behind)]
}
