import { join } from 'node:path'
import { openSession } from '../../src-main/engine/session'
import { Subject } from '../../src-shared/domain/identifiers'
import { benchPassword, benchPorts, filledVault } from './filled-vault'
import { median, time } from './measure'
import type { Row } from './row'

const actor = { subject: Subject.parse('bench'), label: 'Bench', org: 'bench', owner: true }
/** Used in turn, so that no round finds the one before it in the processor's caches alone. */
const USED = 1000

/** What a request carries for a connection whose token is fresh: opened for the first time, and every time after. */
export async function resolveRows(folder: string): Promise<Row[]> {
  const data = join(folder, 'resolved')
  const { vault, ids } = await filledVault(data, 10_000)
  await vault.close()
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
    { name: 'resolve_first_us', value: first * 1000, unit: 'µs', against: '1 ms', ratio: first },
    {
      name: 'resolve_fresh_us',
      value: again * 1000,
      unit: 'µs',
      against: '50 µs',
      ratio: again / 0.05,
      target: { atMost: 1 },
    },
  ]
}

async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const id of ids) times.push(await time(() => work(id)))
  return median(times)
}
