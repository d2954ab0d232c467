import type { Store } from './store'

// SQLite's text ends at a NUL for whoever reads it back, which would be another key than the one that is sorted by.
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll('\0', '')

/** The number of a new record that may have a secret or a history. */
export function takeNumber(store: Store): number {
  // With RETURNING one statement would do, and take three times as long as these two.
  const n = Number(store.one('SELECT next_n FROM counter')?.next_n)
  store.run('UPDATE counter SET next_n = ?', [n + 1])
  return n
}

export const time = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso))
