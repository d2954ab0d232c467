import { useEffect, useState } from 'react'

/** The value once it has rested for `ms`; an empty one at once. */
export function useDebounced(value: string, ms: number): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    if (value === '') return setRested('')
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return value === '' ? '' : rested
}
