import { EngineError } from '../error'
import { carryBlob } from './carry-blob'
import type { CommitQueue } from './commit-queue'
import { type Frozen, freeze, writeGeneration } from './compaction'
import { nextGeneration } from './generations'
import { Journal } from './journal'
import { removeOldGenerations } from './old-generations'
import { RecordDirectory } from './record-directory'
import { recordOf } from './record-numbers'
import { isRotating, retiringKeks, withoutKeks } from './rotation'
import type { SecretMender } from './secret-mender'
import type { Snapshot } from './snapshot-file'
import { Turns } from './turns'
import { unwinding } from './unwind'
import type { VaultParts } from './vault'
import type { SealedSecret, VaultEvent } from './vault-event'

/** A journal below this is quicker to replay than a snapshot is to write. */
const SMALLEST_JOURNAL_BYTES = 4 * 1024 * 1024
/** Shorter than others': it leaves much to be collected, and a pause for that may come at the end of any. */
const TURN_MS = 2
/** How long after a failure the next attempt may come, even when the journal has not grown. */
const RETRY_MS = 60_000

/** Decides when to compact, and does it beside the command path: commands wait only for the two switches. */
export class Compactor {
  private running: Promise<void> | undefined
  private stopped = false
  private held = 0
  /** After a failure (a full disk), the journal must grow to this, or a minute go by, before the next attempt. */
  private notBefore = { bytes: 0, monotonic: 0 }

  constructor(
    private readonly parts: VaultParts,
    private readonly queue: CommitQueue,
    private readonly mender: SecretMender,
    /** Told when the secrets that were dropped after `from` and up to `through` are on no file any more. */
    private readonly onErased: (from: number, through: number) => void,
    /** Told when every data key is wrapped by the current key-encryption key, and the earlier ones are nowhere any more. */
    private readonly onRotated: () => Promise<void>,
  ) {}

  /** Starts a compaction when one is due. Cheap enough to call after every commit. */
  consider(): void {
    if (this.stopped || this.held > 0 || this.running || !this.due()) return
    this.running = this.compact()
      .then(() => {
        this.notBefore = { bytes: 0, monotonic: 0 }
      })
      .catch((error: unknown) => {
        const { journal, clock, logger } = this.parts
        this.notBefore = { bytes: journal.bytes + SMALLEST_JOURNAL_BYTES, monotonic: clock.monotonic() + RETRY_MS }
        logger.error('compaction failed; the vault goes on with its journal', {
          reason: error instanceof Error ? error.message : 'unknown',
        })
      })
      .finally(() => {
        this.running = undefined
        this.consider()
      })
  }

  /** Lets no compaction run beside `work`: every file but the header and the last journal stays as it is. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.held += 1
    try {
      await this.settled()
      return await work()
    } finally {
      this.held -= 1
      this.consider()
    }
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
    const { journal, state, damagedFiles, clock } = this.parts
    if (journal.bytes < this.notBefore.bytes && clock.monotonic() < this.notBefore.monotonic) return false
    const snapshotBytes = state.snapshot?.bytes ?? 0
    const isLong = journal.bytes > Math.max(this.parts.compactFrom ?? SMALLEST_JOURNAL_BYTES, snapshotBytes / 4)
    const isDamaged = [...damagedFiles].some((name) => isCurrent(name, this.parts))
    return isLong || state.eraseDue || isDamaged || isAlone(this.parts) || isRotating(this.parts.header.header.body)
  }

  private async compact(): Promise<void> {
    const { files, keys, header, state, logger, clock } = this.parts
    // A folder that another process has taken over is not to be tidied up by this one.
    await header.checkEpoch()
    const { frozen, erases, retiring } = await this.switchJournal(await nextGeneration(files))
    const { generation } = frozen
    const oldest =
      erases || retiring.length > 0
        ? { snapshot: generation, journal: generation }
        : { snapshot: state.generation, journal: Math.max(state.generation, 1) }
    await unwinding(async (undo) => {
      const compacting = {
        ...{
          files,
          keys,
          old: state.snapshot,
          carry: carryBlob(keys, logger, (record) => this.mender.mend(record)),
          turns: new Turns(clock, TURN_MS),
        },
        recordOf: (n: number) => recordOf(state.store, n),
        numberOf: (record: string) => state.numberOf(record),
      }
      const { snapshot, directory } = await this.mender.holding(() => writeGeneration(compacting, frozen))
      undo(() => snapshot.close())
      await this.queue.alone(async () => {
        const compactedAt = new Date(clock.now()).toISOString()
        await this.switchHeader({ snapshot: generation, journal: generation, oldest, compactedAt })
        await this.switchSnapshot(frozen, snapshot, new RecordDirectory(directory))
      })
    })
    await removeOldGenerations(files, oldest, { damagedFiles: this.parts.damagedFiles, erases: erases || retiring.length > 0 })
    if (erases) {
      const from = state.erasedThrough
      state.erasedThrough = frozen.sequence
      this.onErased(from, frozen.sequence)
    }
    if (retiring.length > 0) {
      await this.queue.alone(() => this.switchHeader(withoutKeks(header.header.body, retiring)))
      await this.onRotated()
    }
  }

  /** From here on commits go to the next journal; what was before it is what the snapshot will hold. */
  private switchJournal(generation: number): Promise<{ frozen: Frozen; erases: boolean; retiring: number[] }> {
    const { files, state, header, clock } = this.parts
    return unwinding(async (undo) => {
      const next = await Journal.create(files, generation)
      undo(() => next.close())
      await state.search.settle(new Turns(clock, TURN_MS))
      return this.queue.alone(async () => {
        // Asked at the same moment: a secret dropped before it is in no newer file, so all older ones must go; and no newer one has
        // anything under a key-encryption key that is an earlier one by now.
        const retiring = retiringKeks(header.header.body)
        const taken = { frozen: freeze(state, generation), erases: state.eraseDue, retiring }
        const before = this.parts.journal
        this.parts.journal = next
        await closeQuietly(before)
        return taken
      })
    })
  }

  /** A header that was not written whole is on the disk in one state or the other; nothing may build on either. */
  private async switchHeader(body: Parameters<VaultParts['header']['write']>[0]): Promise<void> {
    try {
      await this.parts.header.write(body)
    } catch (error) {
      this.queue.breakWith(error instanceof EngineError ? error : new EngineError('VAULT_READ_ONLY'))
      throw error
    }
  }

  private async switchSnapshot(frozen: Frozen, snapshot: Snapshot, directory: RecordDirectory): Promise<void> {
    const { state } = this.parts
    // Made anew of the few that stay: taking thousands out one by one holds everything up.
    const recent = new Map<string, VaultEvent[]>()
    for (const [record, events] of state.recent) {
      const newest = events.at(-1)?.sequence ?? 0
      if (newest <= frozen.sequence) continue
      recent.set(
        record,
        events.filter((event) => event.sequence > frozen.sequence),
      )
      // Secrets that were dropped or replaced while the snapshot was written stay so.
      const n = state.fresh.has(record) ? undefined : state.numberOf(record)
      if (n !== undefined && !state.directory.blob(n)) directory.setBlob(n, undefined)
    }
    const fresh = new Map<string, SealedSecret>()
    for (const [record, secret] of state.fresh) if (frozen.fresh.get(record) !== secret) fresh.set(record, secret)
    state.recent = recent
    state.fresh = fresh
    const before = state.snapshot
    state.directory = directory
    state.snapshot = snapshot
    // Last, and not before the switch: who reads a secret meanwhile must find an open file.
    if (before) await closeQuietly(before)
  }
}

/** What was in the file is synced or was only read: a close that fails takes nothing away. */
const closeQuietly = (file: { close(): Promise<void> }) => file.close().catch(() => undefined)

/** Whether the newest snapshot has none before it, which would rebuild it: an erasing compaction has left it so. */
function isAlone({ header, state }: VaultParts): boolean {
  const { snapshot, oldest } = header.header.body
  return snapshot > 0 && state.generation === snapshot && oldest.snapshot === snapshot
}

/** Whether a damaged file is still part of what the header points to, so that a clean generation should replace it. */
function isCurrent(name: string, { header }: VaultParts): boolean {
  const { snapshot, journal } = header.header.body
  const [, kind, digits] = /^(snapshot|journal)-(\d+)$/.exec(name) ?? []
  return kind === 'snapshot' ? Number(digits) === snapshot : kind === 'journal' && Number(digits) >= journal
}
