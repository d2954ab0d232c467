import { useState } from 'react'
import type { ImportEntryView, ImportView } from '../../../src-shared/contract/import'

type Base = 'none' | 'suggested' | 'ready'

const nothing: ReadonlySet<number> = new Set()

/** What is to be imported: all of a kind, and what was ticked and unticked by hand. So ten thousand entries need no list of numbers. */
export function useSelection({ counts }: ImportView) {
  const [base, setBase] = useState<Base>('suggested')
  const [also, setAlso] = useState(nothing)
  const [without, setWithout] = useState(nothing)
  const inBase = ({ state, suggested }: ImportEntryView) => base !== 'none' && (base === 'ready' ? state === 'ready' : suggested)
  const ofBase = base === 'none' ? 0 : base === 'ready' ? counts.ready : counts.suggested
  const from = (next: Base) => {
    setBase(next)
    setAlso(nothing)
    setWithout(nothing)
  }
  return {
    base,
    count: ofBase + also.size - without.size,
    has: (entry: ImportEntryView) => (inBase(entry) ? !without.has(entry.n) : also.has(entry.n)),
    toggle(entry: ImportEntryView) {
      if (entry.state !== 'ready') return
      const [set, change] = inBase(entry) ? [without, setWithout] : [also, setAlso]
      const next = new Set(set)
      if (!next.delete(entry.n)) next.add(entry.n)
      change(next)
    },
    from,
    /** What an entry counts as may be another thing now: what was said of it by hand is forgotten. */
    forget(n: number) {
      setAlso(new Set([...also].filter((each) => each !== n)))
      setWithout(new Set([...without].filter((each) => each !== n)))
    },
    chosen: () => ({ base, also: [...also], without: [...without] }),
  }
}

export type EntrySelection = ReturnType<typeof useSelection>
