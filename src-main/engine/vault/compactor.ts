import type { CommitQueue } from './commit-queue'
import { freeze, writeGeneration } from './compaction'
import { Journal } from './journal'
import { removeOldGenerations } from './old-generations'
import { RecordDirectory } from './record-directory'
import type { VaultParts } from './vault'

/** A journal below this is quicker to replay than a snapshot is to write. */
const SMALLEST_JOURNAL_BYTES = 4 * 1024 * 1024

/** Decides when to compact, and does it beside the command path: commands wait only for the two switches. */
export class Compactor {
  private running: Promise<void> | undefined
  private stopped = false
  /** After a failure (a full disk), the journal must grow by this much before the next attempt. */
  private notBefore = 0

  constructor(
    private readonly parts: VaultParts,
    private readonly queue: CommitQueue,
    /** Told when the secrets that were dropped after `from` and up to `through` are on no file any more. */
    private readonly onErased: (from: number, through: number) => void,
  ) {}

  /** Starts a compaction when one is due. Cheap enough to call after every commit. */
  consider(): void {
    if (this.stopped || this.running || !this.due()) return
    this.running = this.compact()
      .catch((error: unknown) => {
        this.notBefore = this.parts.journal.bytes + SMALLEST_JOURNAL_BYTES
        this.parts.logger.error('compaction failed; the vault goes on with its journal', {
          reason: error instanceof Error ? error.message : 'unknown',
        })
      })
      .finally(() => {
        this.running = undefined
        this.consider()
      })
  }

  async settled(): Promise<void> {
    while (this.running) await this.running
  }

  /** Lets a running compaction end and begins no other. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.settled()
  }

  private due(): boolean {
    const { journal, state, damagedFiles } = this.parts
    if (journal.bytes < this.notBefore) return false
    const snapshotBytes = state.snapshot?.bytes ?? 0
    const isLong = journal.bytes > Math.max(SMALLEST_JOURNAL_BYTES, snapshotBytes / 4)
    const isDamaged = [...damagedFiles].some((name) => isCurrent(name, this.parts))
    return isLong || state.eraseDue || isDamaged
  }

  private async compact(): Promise<void> {
    const { files, keys, header, state } = this.parts
    const generation = this.parts.journal.generation + 1
    const nextJournal = await Journal.create(files, generation)
    const erases = state.eraseDue
    const frozen = await this.queue.alone(async () => {
      const before = this.parts.journal
      this.parts.journal = nextJournal
      await before.close()
      return freeze(state, generation)
    })
    const written = await writeGeneration(files, keys, state.snapshot, frozen)
    const { snapshot: previousSnapshot, journal: previousJournal } = header.header.body
    const oldest = erases
      ? { snapshot: generation, journal: generation }
      : { snapshot: previousSnapshot, journal: previousJournal }
    await this.queue.alone(async () => {
      await header.write({ body: { snapshot: generation, journal: generation, oldest } })
      await state.snapshot?.close()
      state.snapshot = written.snapshot
      // Secrets that were dropped or replaced while the snapshot was written stay so.
      const directory = new RecordDirectory(written.directory)
      for (const [record, events] of state.recent) {
        const later = events.filter((event) => event.sequence > frozen.sequence)
        if (later.length === 0) state.recent.delete(record)
        else state.recent.set(record, later)
        const n = state.numberOf(record)
        if (n !== undefined && later.length > 0 && !state.fresh.has(record) && !state.directory.blob(n))
          directory.setBlob(n, undefined)
      }
      for (const [record, secret] of state.fresh) {
        const n = state.numberOf(record)
        if (n !== undefined && frozen.fresh.get(n) === secret) state.fresh.delete(record)
      }
      state.directory = directory
    })
    await removeOldGenerations(files, oldest, this.parts.damagedFiles)
    if (erases) {
      const from = state.erasedThrough
      state.erasedThrough = frozen.sequence
      this.onErased(from, frozen.sequence)
    }
  }
}

/** Whether a damaged file is still part of what the header points to, so that a clean generation should replace it. */
function isCurrent(name: string, { header }: VaultParts): boolean {
  const { snapshot, journal } = header.header.body
  const [, kind, digits] = /^(snapshot|journal)-(\d+)$/.exec(name) ?? []
  return kind === 'snapshot' ? Number(digits) === snapshot : kind === 'journal' && Number(digits) >= journal
}
