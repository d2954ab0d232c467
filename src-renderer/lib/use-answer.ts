import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemFrom } from './problem'

export interface Answer<Value> {
  /** The last answer, also while the next is on its way; undefined until the first. */
  value: Value | undefined
  problem: Problem | undefined
  again(): void
}

/** What a page asks for itself, and nobody else shows: asked anew whenever one of `about` is another. */
export function useAnswer<Value>(ask: (signal: AbortSignal) => Promise<Value>, about: readonly unknown[]): Answer<Value> {
  const [value, setValue] = useState<Value>()
  const [problem, setProblem] = useState<Problem>()
  const [round, setRound] = useState(0)
  const latest = useRef(ask)
  latest.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the answer depends on.
  useEffect(() => {
    const controller = new AbortController()
    latest.current(controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return
        setValue(answer)
        setProblem(undefined)
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setProblem(problemFrom(error))
      },
    )
    return () => controller.abort()
  }, [round, ...about])
  return { value, problem, again: useCallback(() => setRound((before) => before + 1), []) }
}
