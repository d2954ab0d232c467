import { appendPage, type ConnectionPage, type ConnectionWindow, wantsMore } from './connection-window'
import { type Problem, problemFrom } from './problem'

interface Surroundings {
  read(cursor: string | undefined, signal: AbortSignal): Promise<ConnectionPage>
  show(list: { window?: ConnectionWindow; problem?: Problem }): void
}

export interface ListLoader {
  /** Loads, page by page, until `index` is there. The latest call decides how far. */
  reach(index: number): void
  /** Reads the list anew, as far as it is looked at, and shows it only when whole, so that nothing jumps. */
  refresh(): void
  close(): void
}

/** One list's loading: one request at a time, in the order of the cursors. */
export function createListLoader({ read, show }: Surroundings): ListLoader {
  let window: ConnectionWindow | undefined
  let target = 0
  let running: AbortController | undefined

  async function load(from: ConnectionWindow | undefined, controller: AbortController): Promise<void> {
    let next = from
    try {
      while (next === undefined || wantsMore(next, target)) {
        next = appendPage(next, await read(next?.nextCursor ?? undefined, controller.signal))
        if (controller.signal.aborted) return
        // A list that only grows is shown as it grows; one that is replaced waits until it reaches as far.
        if (from === window) {
          window = from = next
          show({ window })
        }
      }
      window = next
      show({ window })
    } catch (error) {
      if (!controller.signal.aborted) show({ window, problem: problemFrom(error) })
    } finally {
      if (running === controller) running = undefined
    }
  }

  const begin = (from: ConnectionWindow | undefined) => {
    running?.abort()
    running = new AbortController()
    void load(from, running)
  }

  return {
    reach(index) {
      target = index
      if (running === undefined && (window === undefined || wantsMore(window, index))) begin(window)
    },
    refresh: () => begin(undefined),
    close() {
      running?.abort()
      running = undefined
    },
  }
}
