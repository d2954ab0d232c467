import { useEffect, useRef } from 'react'
import type { ShownLists } from './open-lists'
import type { Problem } from './problem'

interface ListSource<Key extends string> {
  key: Key
  lists: ShownLists
  open(key: Key): () => void
  reach(key: Key, index: number): void
  retry(key: Key): void
}

export interface ShownRows {
  /** Undefined until the first answer. */
  total: number | undefined
  problem: Problem | undefined
  idAt(index: number): string | undefined
  reach(index: number): void
  retry(): void
}

/** One list of the store by its key, kept current while the component is mounted. */
export function useShownList<Key extends string>({ key, lists, open, reach, retry }: ListSource<Key>): ShownRows {
  useEffect(() => open(key), [open, key])
  // While the next answer is on its way the last one stays, so that typing does not make the list blink.
  const last = useRef(lists[key]?.window)
  if (lists[key]?.window !== undefined) last.current = lists[key].window
  const window = lists[key]?.window ?? last.current
  return {
    total: window?.total,
    problem: lists[key]?.problem,
    idAt: (index) => window?.ids[index],
    reach: (index) => reach(key, index),
    retry: () => retry(key),
  }
}
