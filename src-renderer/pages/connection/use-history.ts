import { useCallback, useEffect, useState } from 'react'
import type { ConnectionView, HistoryEntry } from '../../../src-shared/contract/connection'
import { mergeHistory } from '../../lib/history'
import { type Problem, problemFrom } from '../../lib/problem'
import { useConnect } from '../../stores/use-connect'

interface History {
  /** Undefined until the first answer. */
  entries: readonly HistoryEntry[] | undefined
  problem: Problem | undefined
  loading: boolean
  /** Undefined when all of it is shown. */
  more: (() => void) | undefined
  retry(): void
}

const perPage = 25

export function useHistory(connection: ConnectionView): History {
  const { id } = connection
  const client = useConnect((state) => state.client)
  const revision = useConnect((state) => state.revision)
  const [entries, setEntries] = useState<readonly HistoryEntry[]>()
  /** Null when there is nothing earlier; undefined before the first answer. */
  const [cursor, setCursor] = useState<string | null>()
  const [problem, setProblem] = useState<Problem>()
  const [loading, setLoading] = useState(false)

  const load = useCallback(
    async (from: string | undefined, signal?: AbortSignal) => {
      setLoading(true)
      try {
        const page = await client.connection.history({ id, limit: perPage, cursor: from }, { signal })
        setEntries((before) => mergeHistory(before, page.items))
        // Reading the newest page again says nothing new about where the earlier ones end.
        setCursor((before) => (from === undefined && before !== undefined ? before : page.nextCursor))
        setProblem(undefined)
      } catch (error) {
        if (signal?.aborted !== true) setProblem(problemFrom(error))
      } finally {
        setLoading(false)
      }
    },
    [client, id],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the connection writes a line of its history.
  useEffect(() => {
    const controller = new AbortController()
    void load(undefined, controller.signal)
    return () => controller.abort()
  }, [load, connection, revision])

  return {
    entries,
    problem,
    loading,
    more: typeof cursor === 'string' ? () => void load(cursor) : undefined,
    retry: () => void load(undefined),
  }
}
