import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type ConnectionFilter, filterFromQuery, filterToQuery } from '../../lib/connection-filter'
import { paths } from '../../lib/paths'
import { useDebounced } from '../../lib/use-debounced'

interface Filtering {
  filter: ConnectionFilter
  /** What stands in the search field; the filter follows when it rests. */
  typed: string
  setTyped(text: string): void
  /** One choice more, one less, or another: a step that Back undoes. */
  change(part: Partial<ConnectionFilter>): void
  clear(): void
}

/** The filter of the page is its address, so Back, reload and a copied link mean what they say. */
export function useFilter(): Filtering {
  const [, navigate] = useLocation()
  const search = useSearch()
  const filter = useMemo(() => filterFromQuery(search), [search])
  const [typed, setTyped] = useState(filter.query ?? '')
  const rested = useDebounced(typed.trim(), 90)
  const written = useRef(filter.query ?? '')

  const go = (next: ConnectionFilter, replace: boolean) => {
    written.current = next.query ?? ''
    navigate(paths.connections(filterToQuery(next)), { replace })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed goes into the address, never the other way round here.
  useEffect(() => {
    // Letters are no steps of their own: Back leads to before the search.
    if (rested === typed.trim() && rested !== written.current) go({ ...filter, query: rested }, true)
  }, [rested])
  useEffect(() => {
    // Back and Forward change the address under the field.
    const query = filter.query ?? ''
    if (query === written.current) return
    written.current = query
    setTyped(query)
  }, [filter.query])

  return {
    filter,
    typed,
    setTyped,
    change: (part) => go({ ...filter, query: typed.trim(), ...part }, false),
    clear() {
      setTyped('')
      go({}, false)
    },
  }
}
