import { useCallback, useEffect, useState } from 'react'
import type { ImportEntryView, ImportView } from '../../../src-shared/contract/import'
import { type Problem, problemFrom } from '../../lib/problem'
import { useConnect } from '../../stores/use-connect'

const perPage = 200

/** The entries of a file, read page by page as they come into sight. Another `round`, and they are read again. */
export function useEntries({ id }: ImportView, round: number) {
  const client = useConnect((state) => state.client)
  const [entries, setEntries] = useState<ReadonlyMap<number, ImportEntryView>>(new Map())
  const [last, setLast] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  const [attempt, setAttempt] = useState(0)
  const page = Math.floor(last / perPage)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads the same places anew.
  useEffect(() => {
    const controller = new AbortController()
    // What is in sight may begin on the page before.
    const offset = Math.max(0, (page - 1) * perPage)
    client.import.entries({ importId: id, offset, limit: 2 * perPage }, { signal: controller.signal }).then(
      ({ items }) => {
        if (controller.signal.aborted) return
        setProblem(undefined)
        setEntries((before) => new Map([...before, ...items.map((entry) => [entry.n, entry] as const)]))
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem(problemFrom(error))
      },
    )
    return () => controller.abort()
  }, [client, id, page, round, attempt])
  return {
    entries,
    problem,
    reach: useCallback((index: number) => setLast(index), []),
    retry: () => setAttempt((before) => before + 1),
  }
}
