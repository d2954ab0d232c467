import { readDamage } from './damage-notice'
import { EarlierGeneration } from './earlier-generation'
import type { Snapshot } from './snapshot-file'
import { snapshotName } from './snapshot-head'
import type { Store } from './store'
import type { VaultParts } from './vault'
import type { SealedSecret } from './vault-event'

/** What was found damaged in a snapshot after the vault was opened: secrets that do not open, or its list. */
export interface MendedSecrets {
  file: string
  recovered: string[]
  lost: string[]
  /** Generation that took its place as a whole; undefined where only secrets were mended. */
  rebuiltFrom?: number
}

/**
 * Takes secrets that do not open any more from the generation before, and has a clean one written. One at a time: a damaged disk
 * rarely takes a single secret, and rebuilding a generation takes the memory of a vault.
 */
export class SecretMender {
  private turn: Promise<unknown> = Promise.resolve()
  private earlier: { generation: number; opened: Promise<EarlierGeneration | undefined> } | undefined
  private holders = 0

  constructor(
    private readonly parts: VaultParts,
    private readonly found: (mended: MendedSecrets) => void,
  ) {}

  /** The record's sealed secret as it is to be used from now on; undefined where nothing has it, or it changed meanwhile. */
  mend(record: string): Promise<SealedSecret | undefined> {
    const mended = this.turn.then(() => this.holding(() => this.mendNow(record)))
    this.turn = mended.catch(() => undefined) // the caller has the failure; the next turn must not
    return mended
  }

  /** What the generation before is rebuilt to is kept until the end of `work`, which may have many secrets to mend. */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.holders += 1
    try {
      return await work()
    } finally {
      this.holders -= 1
      if (this.holders === 0) await this.forget()
    }
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await this.turn
  }

  private async mendNow(record: string): Promise<SealedSecret | undefined> {
    const { state, damagedFiles } = this.parts
    const { snapshot } = state
    const n = state.numberOf(record)
    const place = n === undefined ? undefined : state.directory.blob(n)
    if (state.fresh.has(record) || !snapshot || n === undefined || !place) return state.fresh.get(record)
    const sealed = await (await this.before(snapshot))?.secret(record)
    // What was stored, removed or compacted while the earlier generation was read is newer than anything in it.
    const isSame = state.snapshot === snapshot && state.directory.blob(n)?.offset === place.offset
    if (state.fresh.has(record) || !isSame) return state.fresh.get(record)
    const file = snapshotName(snapshot.head.generation)
    // A lost one that is known goes on as it is: to write it again would mend nothing.
    const isNews = sealed !== undefined || !isKnownLost(state.store, record)
    if (sealed) state.fresh.set(record, sealed)
    if (isNews) {
      damagedFiles.add(file)
      this.found({ file, recovered: sealed ? [record] : [], lost: sealed ? [] : [record] })
    }
    return sealed
  }

  private async before({ head }: Snapshot): Promise<EarlierGeneration | undefined> {
    if (this.earlier?.generation !== head.generation) {
      await this.forget()
      const { files, keys } = this.parts
      this.earlier = { generation: head.generation, opened: EarlierGeneration.open(files, keys, head) }
    }
    return this.earlier?.opened
  }

  private async forget(): Promise<void> {
    const { earlier } = this
    this.earlier = undefined
    await (await earlier?.opened)?.close()
  }
}

const isKnownLost = (store: Store, record: string): boolean =>
  readDamage(store)?.value.lostSecrets.some((lost) => lost.record === record) ?? false
