import { useCallback, useRef, useState } from 'react'
import { type Problem, problemFrom } from './problem'

interface Action<Input extends unknown[]> {
  busy: boolean
  problem: Problem | undefined
  run(...input: Input): Promise<void>
  clear(): void
}

/** Something a person starts and that may fail: busy while it lasts, its problem kept to be shown in place. */
export function useAction<Input extends unknown[]>(work: (...input: Input) => Promise<unknown>): Action<Input> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const latest = useRef(work)
  latest.current = work
  const running = useRef(false)

  const run = useCallback(async (...input: Input) => {
    // A second click while the first is under way asks for nothing new.
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await latest.current(...input)
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { busy, problem, run, clear: useCallback(() => setProblem(undefined), []) }
}
