import type { LiveState } from '../vault/live-state'
import { recordOf } from '../vault/record-numbers'
import { heldSecret } from './record-name'

/** A record that may have a secret and a history, and what a person calls it. */
export interface HeldRecord {
  record: string
  n: number
  name: string
}

/** Every record that there is, of whatever kind: the numbers that were given out, without those that nothing has any more. */
export function* heldRecords({ store, directory }: LiveState): Generator<HeldRecord> {
  const next = Number(store.one('SELECT next_n FROM counter')?.next_n)
  for (let n = 0; n < Math.max(next, directory.last + 1); n++) {
    const record = recordOf(store, n)
    if (record !== undefined) yield { record, n, name: heldSecret(store, record).name }
  }
}
