import { useCallback, useEffect, useMemo, useRef } from 'react'
import { type ConnectionFilter, filterFromQuery } from '../../lib/connection-filter'
import type { Problem } from '../../lib/problem'
import { listKey } from '../../stores/list-slice'
import { useConnect } from '../../stores/use-connect'

export interface ConnectionList {
  /** Undefined until the first answer. */
  total: number | undefined
  problem: Problem | undefined
  /** As many as are loaded. */
  ids: readonly string[]
  idAt(index: number): string | undefined
  reach(index: number): void
  retry(): void
}

/** The connections that match, as many as are looked at, kept current while the component is mounted. */
export function useConnectionList(filter: ConnectionFilter): ConnectionList {
  const key = listKey(filter)
  // One object per list, however often the caller makes it anew.
  const wanted = useMemo(() => filterFromQuery(key), [key])
  const shown = useConnect((state) => state.lists[key])
  const openList = useConnect((state) => state.openList)
  const reachInList = useConnect((state) => state.reachInList)
  const retryList = useConnect((state) => state.retryList)

  useEffect(() => openList(wanted), [openList, wanted])

  // While the next answer is on its way the last one stays, so that typing does not make the list blink.
  const last = useRef(shown?.window)
  if (shown?.window !== undefined) last.current = shown.window
  const window = shown?.window ?? last.current
  const ids = window?.ids ?? none
  return {
    total: window?.total,
    problem: shown?.problem,
    ids,
    idAt: useCallback((index: number) => ids[index], [ids]),
    reach: useCallback((index: number) => reachInList(wanted, index), [reachInList, wanted]),
    retry: useCallback(() => retryList(wanted), [retryList, wanted]),
  }
}

const none: readonly string[] = []
