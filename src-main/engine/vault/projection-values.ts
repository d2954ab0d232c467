import type { Store } from './store'

// SQLite's text ends at a NUL for whoever reads it back, which would be another key than the one that is sorted by.
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll('\0', '')

/** The number of a new record that may have a secret or a history. */
export function takeNumber(store: Store): number {
  return Number(store.one('UPDATE counter SET next_n = next_n + 1 RETURNING next_n - 1 AS n')?.n)
}

export const time = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))
