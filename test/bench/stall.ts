import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningSession } from '../../src-main/engine'
import { SessionThread } from '../../src-main/host/session-thread'
import { ConnectionId } from '../../src-shared/domain/identifiers'
import type { Part } from './bench'
import { benchPassword } from './filled-vault'
import { LOOP_CHANNEL, type LoopAnswer } from './loop-channel'
import { median } from './measure'
import { bounded, type Row } from './row'
import { doubling, stallOperations } from './stall-operations'
import { actor } from './unlock'

const ROUNDS = 5
/** The interval at which a loop that is free looks at the clock. */
const BETWEEN_LOOKS_MS = 1
/** In which a thread loads its code and stands by, as in the program. */
const STANDING_MS = 1500
/** After unlocking a compaction may be due at once. */
const AFTER_UNLOCK_MS = 1000
const IDLE_MS = 500

const rowOf = (name: string) => `engine_stall_${name}_ms`
/** What is no operation, or none at 10,000. */
const UNCOUNTED = ['idle', doubling.name].map(rowOf)

/**
 * The longest time for which the engine's thread did nothing else, by operation, at 10,000. The median of the rounds, each a session
 * of its own: one round's longest is as often what else the machine did. `engine_stall_idle_ms` is a session that does nothing.
 */
export const stallPart: Part = {
  name: 'stall',
  measure: async ({ folder, vaults }) => {
    const longest = new Map<string, number[]>()
    const note = (name: string, value: number) => longest.set(name, [...(longest.get(name) ?? []), value])
    for (let round = 0; round < ROUNDS; round++) {
      const { folder: data, ids } = await vaults.copy(10_000, join(folder, `data-${round}`))
      const loop = new WatchedLoop()
      const thread = standBy(data)
      await loop.during(STANDING_MS, async () => {})
      const unlocking = await loop.during(AFTER_UNLOCK_MS, () => open(thread))
      note('unlock', unlocking.stall)
      const session = unlocking.result
      note('idle', (await loop.during(IDLE_MS, async () => {})).stall)
      const { useCases } = session
      const given = { useCases, context: { actor, callbackOrigin: null }, ids: ids.map((id) => ConnectionId.parse(id)), round }
      for (const { name, afterMs, run } of [...stallOperations, doubling])
        note(name, (await loop.during(afterMs, () => run(given))).stall)
      loop.close()
      await session.close()
    }
    const rows = [...longest].map(([name, values]): Row => {
      const row = bounded(rowOf(name), median(values), 'ms', 16, `the median of ${ROUNDS} rounds' longest`)
      return { ...row, target: undefined }
    })
    const worst = rows.filter(({ name }) => !UNCOUNTED.includes(name)).sort((a, b) => b.value - a.value)[0]
    if (worst === undefined) throw new Error('no operation')
    return [bounded('engine_stall_ms', worst.value, 'ms', 16, `any operation at 10,000; the longest is ${worst.name}`), ...rows]
  },
}

const standBy = (folder: string): SessionThread =>
  new SessionThread(
    new URL('./watched-session.js', import.meta.url),
    { folder, demo: false },
    {
      logger: { info: () => undefined, error: (message, facts) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`) },
    },
  )

const open = (thread: SessionThread): Promise<RunningSession> =>
  thread.open({ create: false, password: benchPassword }, { endpoints: {}, firstApps: {} }, () => undefined)

class WatchedLoop {
  private readonly channel = new BroadcastChannel(LOOP_CHANNEL)

  /** The longest stall in milliseconds, from before `work` until so long after it. */
  async during<T>(afterMs: number, work: () => Promise<T>): Promise<{ result: T; stall: number }> {
    const result = await work()
    await delay(afterMs)
    return { result, stall: (await this.ask()).longest - BETWEEN_LOOKS_MS }
  }

  close(): void {
    this.channel.close()
  }

  private ask(): Promise<LoopAnswer> {
    return new Promise((resolve) => {
      this.channel.onmessage = (event) => {
        const { data } = event as MessageEvent<LoopAnswer>
        if (data.kind === 'answer') resolve(data)
      }
      this.channel.postMessage({ kind: 'ask' })
    })
  }
}
