import { useCallback } from 'react'
import { useLocation } from 'wouter'

/** Escape leads to the page above, whichever way one came. */
export function useBack(to: string): () => void {
  const [, navigate] = useLocation()
  return useCallback(() => navigate(to), [navigate, to])
}
