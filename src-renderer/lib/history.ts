import type { HistoryEntry } from '../../src-shared/contract/connection'

/** Entries of overlapping pages, each once, newest first. */
export function mergeHistory(before: readonly HistoryEntry[] | undefined, page: readonly HistoryEntry[]): HistoryEntry[] {
  const bySequence = new Map([...(before ?? []), ...page].map((entry) => [entry.sequence, entry]))
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence)
}
