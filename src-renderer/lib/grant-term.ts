import { nodePanelWords } from '../../src-shared/words/en/node-panel'

const day = 86_400_000

const lengths = { never: null, day, week: 7 * day, month: 30 * day, year: 365 * day } as const

export type GrantTerm = keyof typeof lengths

/** How long a grant may be given for. */
export const grantTerms: readonly { value: GrantTerm; label: string }[] = [
  { value: 'never', label: nodePanelWords.never },
  { value: 'day', label: nodePanelWords.inADay },
  { value: 'week', label: nodePanelWords.inAWeek },
  { value: 'month', label: nodePanelWords.inAMonth },
  { value: 'year', label: nodePanelWords.inAYear },
]

/** ISO 8601; null: it does not end by itself. */
export function grantEnd(term: GrantTerm, now: number): string | null {
  const length = lengths[term]
  return length === null ? null : new Date(now + length).toISOString()
}
