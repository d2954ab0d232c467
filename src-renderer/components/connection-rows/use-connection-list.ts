import { useCallback, useEffect, useRef } from 'react'
import type { Problem } from '../../lib/problem'
import { type ListFilter, listKey } from '../../stores/list-slice'
import { useConnect } from '../../stores/use-connect'

interface ConnectionList {
  /** Undefined until the first answer. */
  total: number | undefined
  problem: Problem | undefined
  idAt(index: number): string | undefined
  reach(index: number): void
  retry(): void
}

/** The connections that match, as many as are looked at, kept current while the component is mounted. */
export function useConnectionList({ type, status, query }: ListFilter): ConnectionList {
  const shown = useConnect((state) => state.lists[listKey({ type, status, query })])
  const openList = useConnect((state) => state.openList)
  const reachInList = useConnect((state) => state.reachInList)
  const retryList = useConnect((state) => state.retryList)

  useEffect(() => openList({ type, status, query }), [openList, type, status, query])

  // While the next answer is on its way the last one stays, so that typing does not make the list blink.
  const last = useRef(shown?.window)
  if (shown?.window !== undefined) last.current = shown.window
  const window = shown?.window ?? last.current
  const ids = window?.ids
  return {
    total: window?.total,
    problem: shown?.problem,
    idAt: useCallback((index: number) => ids?.[index], [ids]),
    reach: useCallback((index: number) => reachInList({ type, status, query }, index), [reachInList, type, status, query]),
    retry: useCallback(() => retryList({ type, status, query }), [retryList, type, status, query]),
  }
}
