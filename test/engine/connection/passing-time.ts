import { setImmediate as turn } from 'node:timers/promises'
import type { Fetch } from '../../../src-main/engine/port'
import type { TestEngine } from './engine-fixture'

/** An engine whose time goes by as fast as what it asks meanwhile is answered. */
export interface PassingTime {
  /** Paths of what the engine has sent since the last `listen`. */
  readonly asked: readonly string[]
  /** Forgets what was asked, and answers from now on like this network. */
  listen(network?: Fetch): void
  pass(milliseconds: number): Promise<void>
  /** Resolves when nothing is under way any more. */
  settle(): Promise<void>
}

/** Steps no longer than the shortest wait between two probes. */
const STEP_MS = 500

export function passingTime({ clock, setFetch }: Pick<TestEngine, 'clock' | 'setFetch'>): PassingTime {
  let asked: string[] = []
  let open = 0
  const time: PassingTime = {
    get asked() {
      return asked
    },
    listen(network = fetch) {
      asked = []
      open = 0
      setFetch(async (url, init) => {
        asked.push(new URL(url).pathname)
        open++
        return network(url, init).finally(() => open--)
      })
    },
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= STEP_MS) {
        clock.advance(Math.min(STEP_MS, left))
        await time.settle()
      }
    },
    async settle() {
      for (let quiet = 0; quiet < 20; quiet = open > 0 ? 0 : quiet + 1) await turn()
    },
  }
  time.listen()
  return time
}
