import { absoluteTime, relativeTime } from '../lib/time'
import { useNow } from '../lib/use-now'

export function RelativeTime({ at }: { at: string }) {
  const now = useNow(30_000)
  return (
    <time dateTime={at} title={absoluteTime(at)}>
      {relativeTime(at, now)}
    </time>
  )
}
