import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { defaultKdf } from '../../src-main/engine/vault/kdf-settings'
import { randomBytes } from '../../src-main/engine/vault/seal'
import type { DeriveMessage } from '../../src-main/host/session-messages'
import type { Part } from './bench'
import { benchPassword } from './filled-vault'
import { median, time } from './measure'
import { bounded, relative } from './row'
import { Served } from './served'

const ROUNDS = 7
/** After a lock, and a start, a thread is made for the next unlocking: a person takes longer to type, and neither side pays for it. */
const STANDING_MS = 1500

/** What a person waits for after the password, against the derivation alone, each in a thread that is made for it. */
export const kdfPart: Part = {
  name: 'kdf',
  measure: async ({ folder, vaults }) => {
    const { folder: data } = await vaults.copy(10_000, join(folder, 'data'))
    const served = await Served.start(data)
    const unlocks: number[] = []
    const derivations: number[] = []
    // Both once before: what a processor that has never seen the code adds is not what is asked.
    for (let round = -1; round < ROUNDS; round++) {
      await delay(STANDING_MS)
      const unlock = await time(() => served.unlock())
      await served.lock()
      await delay(STANDING_MS)
      const derivation = await time(derive)
      if (round < 0) continue
      unlocks.push(unlock)
      derivations.push(derivation)
    }
    await served.stop()
    const unlock = median(unlocks)
    return [
      relative('unlock_vs_kdf', unlock, 'ms', median(derivations), 'its Argon2id alone (64 MiB, 3 passes), by HTTP', 1.15),
      bounded('unlock_with_kdf', unlock, 'ms', 1000, 'whole unlock of 10,000 by HTTP'),
    ]
  },
}

/** The worker is the program's own, out of the same bundle. */
async function derive(): Promise<void> {
  const worker = new Worker(new URL('./derive-worker.js', import.meta.url))
  worker.postMessage({ password: benchPassword, salt: randomBytes(16), settings: defaultKdf } satisfies DeriveMessage)
  await once(worker, 'message')
  void worker.terminate()
}
