import { listWords } from '../../src-shared/words/en/list'
/** How many connections of a list are live, dormant and removed, in the order in which the list has them. */
export interface GroupCounts {
  live: number
  dormant: number
  history: number
}

export interface RowHeading {
  label: string
  count: number
}

const labels: [group: keyof GroupCounts, label: string][] = [
  ['live', listWords.live],
  ['dormant', listWords.dormant],
  ['history', listWords.history],
]

/** Before which rows a heading stands. Where all are live there is nothing to tell apart, and no heading. */
export function rowHeadings(counts: GroupCounts): ReadonlyMap<number, RowHeading> {
  const headings = new Map<number, RowHeading>()
  if (counts.dormant + counts.history === 0) return headings
  let start = 0
  for (const [group, label] of labels) {
    if (counts[group] > 0) headings.set(start, { label, count: counts[group] })
    start += counts[group]
  }
  return headings
}
