import { useEffect, useState } from 'react'

/** The time, again every `everyMs`: what is relative to now must not go stale on a page that stays open all day. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
