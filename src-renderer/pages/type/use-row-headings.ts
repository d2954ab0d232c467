import { useEffect, useMemo, useState } from 'react'
import type { ConnectionFilter } from '../../lib/connection-filter'
import { type RowHeading, rowHeadings } from '../../lib/row-groups'
import { useConnect } from '../../stores/use-connect'

interface Counts {
  uninstalled: number
  error: number
  revoked: number
}

const none: Counts = { uninstalled: 0, error: 0, revoked: 0 }

/**
 * Headings for a list that may be longer than what is loaded of it, so the engine counts. Undefined until it has.
 */
export function useRowHeadings(
  { type, query }: ConnectionFilter,
  total: number | undefined,
): ReadonlyMap<number, RowHeading> | undefined {
  const client = useConnect((state) => state.client)
  // Read anew whenever a connection changes, as this is.
  const cards = useConnect((state) => state.cards)
  const [counts, setCounts] = useState<Counts>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed may divide the list differently.
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const count = async (status: keyof Counts) =>
      (await client.connection.list({ type, query, status, limit: 1 }, { signal })).total
    Promise.all([count('uninstalled'), count('error'), count('revoked')]).then(
      ([uninstalled, error, revoked]) => signal.aborted || setCounts({ uninstalled, error, revoked }),
      // The list itself says what is wrong; without headings it is still a list.
      () => signal.aborted || setCounts((before) => before ?? none),
    )
    return () => controller.abort()
  }, [client, type, query, total, cards])

  return useMemo(() => {
    if (counts === undefined || total === undefined) return undefined
    const dormant = counts.uninstalled + counts.error
    const history = counts.revoked
    return rowHeadings({ live: Math.max(0, total - dormant - history), dormant, history })
  }, [counts, total])
}
