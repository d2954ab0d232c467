import { getEventMeta } from '@orpc/client'
import type { ConnectClient } from '../../src-shared/contract'
import type { ChangeEvent } from '../../src-shared/contract/event'
import { type Problem, problemFrom } from './problem'

interface Follower {
  apply(event: ChangeEvent): void
  /** The server ended the stream, as it does when the vault locks or it shuts down. Resolves to whether to go on. */
  ended(): Promise<boolean>
  /** The stream broke. Answers whether to try again. */
  broke(problem: Problem): boolean
}

/** 0.5, 1, 2, 4 and then every 5 seconds: the engine is on this machine, so it is either back soon or gone. */
export function backOff(attempt: number): number {
  return Math.min(5000, 500 * 2 ** attempt)
}

/** Follows the changes until `signal` aborts, picking up after a break where it left off. */
export async function followEvents(client: Pick<ConnectClient, 'event'>, follower: Follower, signal: AbortSignal): Promise<void> {
  let lastEventId: string | undefined
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      for await (const event of await client.event.stream(undefined, { signal, lastEventId })) {
        attempt = 0
        lastEventId = getEventMeta(event)?.id ?? lastEventId
        if (signal.aborted) return
        follower.apply(event)
      }
      if (signal.aborted || !(await follower.ended())) return
    } catch (error) {
      if (signal.aborted || !follower.broke(problemFrom(error))) return
    }
    await pause(backOff(attempt), signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, ms)
    signal.addEventListener('abort', finish)
  })
}
