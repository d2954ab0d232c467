import { useEffect, useState } from 'react'
import type { Problem } from '../../lib/problem'

/** Whole seconds until another password may be tried; 0 when it may. */
export function useCooldown(problem: Problem | undefined): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (problem?.code !== 'TOO_MANY_ATTEMPTS') return setLeft(0)
    const until = Date.now() + (problem.data.retryAfterSeconds ?? 60) * 1000
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [problem])
  return left
}
