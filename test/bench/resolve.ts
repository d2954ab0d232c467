import { join } from 'node:path'
import { openSession } from '../../src-main/engine/session'
import type { Part } from './bench'
import { benchPassword, benchPorts } from './filled-vault'
import { median, time } from './measure'
import { bounded } from './row'
import { actor } from './unlock'

/** Used in turn, so that no round finds the one before it in the processor's caches alone. */
const USED = 1000

/** What a request carries for a connection whose token is fresh: opened for the first time, and every time after. */
export const resolvePart: Part = {
  name: 'resolve',
  measure: async ({ folder, vaults }) => {
    const { folder: data, ids } = await vaults.copy(10_000, join(folder, 'data'))
    const offline = () => Promise.reject(new TypeError('nothing may be sent'))
    const session = await openSession(
      { ...benchPorts(data), fetch: offline, random: Math.random, publish: () => undefined },
      { demo: false, endpoints: {}, firstApps: {} },
      { create: false, password: benchPassword },
    )
    const used = ids.slice(0, USED)
    const first = await each(used, (id) => session.resolve(actor, id))
    const again = await each([...used, ...used, ...used], (id) => session.resolve(actor, id))
    await session.close()
    return [
      { ...bounded('resolve_first_us', first * 1000, 'µs', 1000, 'opened for the first time'), target: undefined },
      bounded('resolve_fresh_us', again * 1000, 'µs', 50, 'every time after'),
    ]
  },
}

async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const id of ids) times.push(await time(() => work(id)))
  return median(times)
}
