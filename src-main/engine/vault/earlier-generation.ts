import type { Logger, VaultFiles } from '../port'
import { generationsOf } from './generations'
import { journalName } from './journal'
import { LiveState } from './live-state'
import { fromSnapshot, replay } from './load-state'
import { emptyStore } from './projection-schema'
import { secretOpens, splitSecret } from './record-secret'
import type { SnapshotHead } from './snapshot-head'
import type { SealedSecret } from './vault-event'
import type { VaultKeys } from './vault-keys'

/** What is wrong with the older files is not this moment's business: they are asked for what they still have. */
const silent: Logger = { info: () => undefined, error: () => undefined }

/**
 * The state that a snapshot was made of, rebuilt from the generation before it and the journals between them. It counts only where it
 * comes to the very event that the snapshot names, without anything missing on the way: then each of its secrets is the one that the
 * snapshot holds, and never an older token.
 */
export class EarlierGeneration {
  private constructor(
    readonly state: LiveState,
    private readonly keys: VaultKeys,
  ) {}

  static async open(files: VaultFiles, keys: VaultKeys, snapshot: SnapshotHead): Promise<EarlierGeneration | undefined> {
    const names = await files.list()
    const older = generationsOf(names, 'snapshot').filter((generation) => generation < snapshot.generation)
    for (const generation of [...older.reverse(), 0]) {
      const state = await rebuilt(files, keys, snapshot, generation, names)
      if (state) return new EarlierGeneration(state, keys)
    }
    return undefined
  }

  /** The record's sealed secret; undefined where it had none, or it does not open here either. */
  async secret(record: string): Promise<SealedSecret | undefined> {
    const { state, keys } = this
    const fresh = state.fresh.get(record)
    const n = fresh ? undefined : state.numberOf(record)
    const place = n === undefined ? undefined : state.directory.blob(n)
    const sealed = fresh ?? (place && state.snapshot ? splitSecret(await state.snapshot.readBlob(place)) : undefined)
    return sealed && secretOpens(keys.vaultId, record, keys.keks, sealed) ? sealed : undefined
  }

  close(): Promise<void> {
    return this.state.close()
  }
}

async function rebuilt(files: VaultFiles, keys: VaultKeys, to: SnapshotHead, from: number, names: readonly string[]) {
  if (from === 0 && !names.includes(journalName(1))) return undefined
  const first = Math.max(from, 1)
  const journals = generationsOf(names, 'journal').filter((one) => one >= first && one < to.generation)
  let state: LiveState | undefined
  try {
    state = from === 0 ? LiveState.empty(await emptyStore()) : await fromSnapshot(files, keys, from)
    let isWhole = true
    for (const journal of journals) {
      const { scan, refused } = await replay(files, keys, state, journal, silent)
      isWhole &&= scan.damage.length === 0 && refused.length === 0
    }
    if (isWhole && state.sequence === to.sequence && Buffer.compare(state.hash, to.hash) === 0) return state
  } catch {
    // It does not open, or has what this program does not know: then it is of no use, and an older one may be.
  }
  await state?.close()
  return undefined
}
