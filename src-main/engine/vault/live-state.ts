import { KeptByRecord } from './kept-by-record'
import type { LazyImage } from './lazy-image'
import { applyEvent } from './projection'
import { RecordDirectory } from './record-directory'
import { numberOf } from './record-numbers'
import { OpenError } from './seal'
import { SearchIndex } from './search-index'
import type { Snapshot } from './snapshot-file'
import type { Store } from './store'
import { dropsSecret, type JournalEntry, type SealedSecret, type VaultEvent } from './vault-event'

/** A reader should not wait for a long backlog. */
const MOST_OWED = 64

/** Everything an unlocked vault has in memory: the snapshot's state and, on it, the journal's. */
export class LiveState {
  /** Secrets that are newer than the snapshot. */
  fresh = new Map<string, SealedSecret>()
  /** Events that are newer than the snapshot, by record. */
  recent = new Map<string, VaultEvent[]>()
  /** Sequence of the newest event that dropped a secret; 0 when none did since the snapshot. */
  erasedAt = 0

  readonly kept = new KeptByRecord()
  /** Durable, and not in the tables yet. */
  private readonly owed: VaultEvent[] = []
  /** The tables refused what they owed: they are not what `sequence` says, and no snapshot may be made of them. */
  isBehind = false
  private readonly index: SearchIndex
  /** Told where the tables refused what they owed. */
  onRefused: (error: unknown) => void = (error) => {
    throw error
  }
  /** Secrets dropped up to this sequence are on no file. */
  erasedThrough: number

  constructor(
    private readonly tables: Store,
    public directory: RecordDirectory,
    public snapshot: Snapshot | undefined,
    public sequence: number,
    public hash: Uint8Array,
    /** What of the store's bytes is not opened yet is still in the snapshot. */
    readonly image?: LazyImage,
    /** Whether what is searched in, as the snapshot has it, is in the order of lists. */
    isOrdered = true,
  ) {
    this.index = new SearchIndex(
      () => this.store,
      () => (isOrdered ? storedSearch(snapshot) : undefined),
    )
    this.erasedThrough = this.snapshotSequence
  }

  static empty(store: Store): LiveState {
    return new LiveState(store, new RecordDirectory(), undefined, 0, new Uint8Array(32))
  }

  /** The tables, up to the last event. */
  get store(): Store {
    this.catchUp()
    return this.tables
  }

  get search(): SearchIndex {
    this.catchUp()
    return this.index
  }

  apply(entry: JournalEntry, hash: Uint8Array): void {
    // First, because it may throw: nothing else of the event has happened then.
    applyEvent(this, entry.event)
    this.note(entry, hash)
  }

  /** As `apply`, for what no table refuses (`neverRefused`): the tables follow before anybody looks at them. */
  applyLater(entry: JournalEntry, hash: Uint8Array): void {
    this.owed.push(entry.event)
    this.note(entry, hash)
    if (this.owed.length >= MOST_OWED) this.catchUp()
  }

  /** Brings the tables up to the last event. */
  catchUp(): void {
    if (this.owed.length === 0) return
    const events = this.owed.splice(0)
    try {
      this.tables.transaction(() => {
        for (const event of events) applyEvent(this, event)
      })
    } catch (error) {
      this.isBehind = true
      this.onRefused(error)
    }
  }

  private note({ event, secret }: JournalEntry, hash: Uint8Array): void {
    this.kept.changed(event.record)
    if (event.kind.startsWith('connection.')) this.index.changed(event.record)
    if (dropsSecret(event)) {
      this.fresh.delete(event.record)
      const n = this.numberOf(event.record)
      if (n !== undefined) this.directory.setBlob(n, undefined)
      this.erasedAt = event.sequence
    }
    if (secret) this.fresh.set(event.record, secret)
    this.pass(event, hash)
  }

  /** Counts an event that changes no table: it is in the history and in the chain all the same. */
  pass(event: VaultEvent, hash: Uint8Array): void {
    const events = this.recent.get(event.record)
    if (events) events.push(event)
    else this.recent.set(event.record, [event])
    this.sequence = event.sequence
    this.hash = hash
  }

  /** The number of a record in the directory. */
  numberOf(record: string): number | undefined {
    return numberOf(this.store, record)
  }

  /** True while files on the disk still hold a secret that was erased. */
  get eraseDue(): boolean {
    return this.erasedAt > this.erasedThrough
  }

  /** Files of generations that are gone could not be removed: whatever was ever erased may still be in them. */
  doubtErasing(): void {
    this.erasedThrough = 0
    this.erasedAt = Math.max(this.erasedAt, this.snapshotSequence)
  }

  /** The generation that all this was built on; 0 when it was the beginning of the first journal. */
  get generation(): number {
    return this.snapshot?.head.generation ?? 0
  }

  async close(): Promise<void> {
    this.owed.length = 0
    this.tables.close()
    await this.snapshot?.close()
  }

  /** The last event that the newest snapshot holds. */
  get snapshotSequence(): number {
    return this.snapshot?.head.sequence ?? 0
  }
}

/** Undefined where it does not open: it is made again from the tables, and whoever opens the rest of the snapshot reports it. */
function storedSearch(snapshot: Snapshot | undefined): Uint8Array | undefined {
  try {
    return snapshot?.searchText()
  } catch (error) {
    if (error instanceof OpenError) return undefined
    throw error
  }
}
