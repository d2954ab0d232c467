import { useCallback, useEffect, useState } from 'react'
import type { AuditEntry, AuditFilter } from '../../../src-shared/contract/audit'
import { type Problem, problemFrom } from '../../lib/problem'
import { useConnect } from '../../stores/use-connect'

interface AuditList {
  /** Newest first. Undefined until the first answer. */
  entries: readonly AuditEntry[] | undefined
  problem: Problem | undefined
  /** Whether earlier events are being looked through. */
  loading: boolean
  /** Whether there may be earlier ones. */
  more: boolean
  /** The row at this place is in sight. */
  reach(index: number): void
  retry(): void
}

const perPage = 100
/** Rows below the last in sight that are there before anybody comes to them. */
const ahead = 50

interface State {
  entries: readonly AuditEntry[] | undefined
  cursor: string | null | undefined
}

const nothing: State = { entries: undefined, cursor: undefined }

/** Events that pass the filter, read as far as somebody scrolls. The filter's identity is the list's. */
export function useAudit(filter: AuditFilter): AuditList {
  const client = useConnect((state) => state.client)
  const [state, setState] = useState<State>(nothing)
  const [problem, setProblem] = useState<Problem>()
  const [loading, setLoading] = useState(false)
  const [wanted, setWanted] = useState(perPage)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list.
  useEffect(() => {
    setState(nothing)
    setWanted(perPage)
    setProblem(undefined)
  }, [client, filter])

  const isShort = state.cursor !== null && (state.entries?.length ?? 0) < wanted
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt after a failure reads the same again.
  useEffect(() => {
    if (!isShort) return
    const controller = new AbortController()
    setLoading(true)
    client.audit.list({ ...filter, limit: perPage, cursor: state.cursor ?? undefined }, { signal: controller.signal }).then(
      (page) => {
        if (controller.signal.aborted) return
        setState((before) => ({ entries: [...(before.entries ?? []), ...page.items], cursor: page.nextCursor }))
        setLoading(false)
      },
      (error: unknown) => {
        if (controller.signal.aborted) return
        setProblem(problemFrom(error))
        setLoading(false)
      },
    )
    return () => controller.abort()
  }, [client, filter, isShort, state.cursor, attempt])

  return {
    entries: state.entries,
    problem,
    loading,
    more: state.cursor !== null,
    reach: useCallback((index: number) => setWanted((before) => Math.max(before, index + ahead)), []),
    retry: () => {
      setProblem(undefined)
      setAttempt((before) => before + 1)
    },
  }
}
