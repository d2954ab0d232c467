import { AsyncIteratorClass, withEventMeta } from '@orpc/server'
import type { ChangeEvent } from '../../../src-shared/contract/event'
import type { EventLog } from './event-log'

/**
 * Reads a log as a stream: `ready` first, or `reset` where `lastEventId` cannot be resumed, then each event with the id to resume
 * after it. The log is the only buffer, so a slow reader costs no memory: what it did not read in time becomes one `reset`.
 * Ends with the log, when a signal fires, or when the reader stops.
 */
export function eventStream(
  log: EventLog,
  lastEventId: string | undefined,
  signals: readonly (AbortSignal | undefined)[],
): AsyncIteratorClass<ChangeEvent> {
  const resumed = lastEventId === undefined ? log.end : log.positionOf(lastEventId)
  let position = resumed ?? log.end
  let opening: ChangeEvent | undefined = { kind: resumed === undefined ? 'reset' : 'ready' }
  let stopped = signals.some((signal) => signal?.aborted)
  let wake = () => {}
  const stop = () => {
    stopped = true
    wake()
  }
  const forgetLog = log.onChange(() => wake())
  for (const signal of signals) signal?.addEventListener('abort', stop)

  const withId = (event: ChangeEvent) => ({ done: false, value: withEventMeta(event, { id: log.idOf(position) }) })

  const next = async (): Promise<IteratorResult<ChangeEvent>> => {
    while (!stopped && !log.ended) {
      if (opening !== undefined) {
        const event = opening
        opening = undefined
        return withId(event)
      }
      const event = log.at(position)
      if (event === 'missed') {
        position = log.end
        return withId({ kind: 'reset' })
      }
      if (event !== undefined) {
        position += 1
        return withId(event)
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return { done: true, value: undefined }
  }

  return new AsyncIteratorClass(next, async () => {
    stop()
    forgetLog()
    for (const signal of signals) signal?.removeEventListener('abort', stop)
  })
}
