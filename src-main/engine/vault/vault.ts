import { hkdfSync } from 'node:crypto'
import type { AnchorStatus } from '../../../src-shared/contract/vault-damage'
import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { Clock, Logger, VaultFiles } from '../port'
import type { AnchorKeeper } from './anchor-keeper'
import { CommitBatch } from './commit-batch'
import { CommitQueue } from './commit-queue'
import { Compactor } from './compactor'
import { copyVault, type VaultMoment } from './copy-vault'
import { Following } from './following'
import { type GroupCommand, writeGroup } from './group-commit'
import type { HeaderBody } from './header-codec'
import type { HeaderFile } from './header-file'
import { readHistoryBlock } from './history-segment'
import type { Journal } from './journal'
import type { KeptByRecord } from './kept-by-record'
import type { LiveState } from './live-state'
import type { VaultFound } from './load-findings'
import { neverRefused } from './never-refused'
import { openRest } from './open-rest'
import type { HistoryPlace } from './record-directory'
import { openSecret, sealSecret, splitSecret } from './record-secret'
import { keysRotated } from './rotation'
import { OpenError } from './seal'
import type { SearchIndex } from './search-index'
import { type MendedSecrets, SecretMender } from './secret-mender'
import type { Store } from './store'
import { Trail } from './trail'
import type { EventBody, JournalEntry, SealedSecret, VaultEvent } from './vault-event'
import { addKek, eraseKeys, type NewKek, type VaultKeys } from './vault-keys'

export interface DecidedEvent {
  body: EventBody
  secret?: SealedSecret
}

/** A command: who, what it touches, and the decision taken on the newest durable state when its turn comes. */
export interface Command<T> {
  actor: { subject: string; label: string } | null
  touches: readonly string[]
  /** May throw `EngineError`: then nothing is written. `result` runs after the events are durable and applied. */
  decide(): { events: readonly DecidedEvent[]; result: () => T }
}

export interface VaultParts {
  files: VaultFiles
  clock: Clock
  logger: Logger
  keys: VaultKeys
  header: HeaderFile
  state: LiveState
  journal: Journal
  /** Files that did not read whole: kept aside instead of removed when their generation ends. */
  damagedFiles: Set<string>
  compactFrom: number | undefined
  /** What was wrong when it was loaded; undefined for a new one. */
  found?: VaultFound
  /** None where nothing is kept outside the vault's folder. */
  anchor?: AnchorKeeper | undefined
}

/** A page of one record's history, newest first. `next` continues it. */
export interface HistoryPage {
  events: VaultEvent[]
  next: number | undefined
}

/** An unlocked vault: durable commands, reads of the projection, secrets one by one. */
export class Vault {
  private readonly queue: CommitQueue
  private readonly compactor: Compactor
  private readonly mender: SecretMender
  private readonly batch: CommitBatch
  private isClosed = false
  /** Found before anybody asked to be told. */
  private untold: MendedSecrets[] = []
  private onMended = (mended: MendedSecrets): unknown => this.untold.push(mended)
  /** Ends what goes on beside the commands. */
  private readonly ending = { aborted: false }
  /** What of the snapshot was not needed for the first list is opened after it. */
  private readonly opening: Promise<void>
  private isOpened = false
  private readonly following = new Following(() => (this.isClosed ? undefined : this.parts.state))
  /** What was committed could not be applied. */
  private refusal: EngineError | undefined
  /** Told when what was dropped after one sequence and up to another is on no file any more. */
  onErased: (from: number, through: number) => void = () => undefined
  /** Told of every event once it is durable and applied, before the command's caller is. */
  onApplied: (event: VaultEvent) => void = () => undefined

  constructor(private readonly parts: VaultParts) {
    this.batch = new CommitBatch(parts)
    this.queue = new CommitQueue(this.batch, parts.clock)
    this.mender = new SecretMender(parts, (mended) => this.onMended(mended))
    this.compactor = new Compactor(
      parts,
      this.queue,
      this.mender,
      (from, through) => this.onErased(from, through),
      () => this.commit(keysRotated(null, 'finished', () => parts.keys.keks.current)),
    )
    parts.state.onRefused = (error) => this.refused(error)
    this.opening = this.compactor.hold(async () => {
      await openRest(parts, this.queue, this.ending, (mended) => this.onMended(mended))
      this.isOpened = true
    })
  }

  get store(): Store {
    return this.live.state.store
  }

  /** What there is to work with until the vault is closed; afterwards keys are zeros, and nothing may be sealed under them. */
  private get live(): VaultParts {
    if (this.isClosed) throw new EngineError('VAULT_LOCKED')
    return this.parts
  }

  /** What was made of rows, for whoever lists them again. */
  get kept(): KeptByRecord {
    return this.live.state.kept
  }

  /** See `SearchIndex`. */
  get search(): Pick<SearchIndex, 'find' | 'frozen'> {
    return this.live.state.search
  }

  /** How far the journal is written: what an operator, and a benchmark, sees growing. */
  get journalBytes(): number {
    return this.parts.journal.bytes
  }

  /** Resolves with the command's result when its events are on the disk. */
  async commit<T>(command: Command<T>): Promise<T> {
    // What it is applied to must be known to be whole: after an unlock this takes a moment.
    if (!this.isOpened) await this.opening
    return new Promise((resolve, reject) => {
      this.queue.add(
        {
          touches: command.touches,
          prepare: () => {
            this.parts.state.catchUp()
            if (this.refusal) throw this.refusal
            const { events, result } = command.decide()
            const entries = this.batch.prepare(events, command.actor)
            return { finish: () => this.finish(entries, result, resolve, reject) }
          },
        },
        reject,
      )
    })
  }

  /** As `commit`, for many events that are one: see `writeGroup`. Commands wait until it is written and applied. */
  async commitGroup<T>(group: GroupCommand<T>): Promise<T> {
    const result = await this.queue.alone(() => writeGroup(this.live, this.queue, group, (event) => this.onApplied(event)))
    this.compactor.consider()
    return result
  }

  /** The record's secret, opened; undefined when it has none (any more). Throws `OpenError` where no file has one that opens. */
  async secret(record: string): Promise<Record<string, string> | undefined> {
    try {
      return await this.secretAsItIs(record)
    } catch (error) {
      if (!(error instanceof OpenError)) throw error
      const mended = await this.mender.mend(record)
      const { keys } = this.live
      this.compactor.consider()
      if (mended) return openSecret(keys.vaultId, record, keys.keks, mended)
      // It may have been removed meanwhile; what is there and still does not open is lost.
      return this.secretAsItIs(record)
    }
  }

  private async secretAsItIs(record: string): Promise<Record<string, string> | undefined> {
    const { state, keys } = this.live
    const fresh = state.fresh.get(record)
    if (fresh) return openSecret(keys.vaultId, record, keys.keks, fresh)
    const n = state.numberOf(record)
    const place = n === undefined ? undefined : state.directory.blob(n)
    if (!place || !state.snapshot) return undefined
    return openSecret(keys.vaultId, record, keys.keks, splitSecret(await state.snapshot.readBlob(place)))
  }

  sealSecret(record: string, secret: object): SealedSecret {
    const { keys } = this.live
    return sealSecret(keys.vaultId, record, keys.keks, secret)
  }

  /** The key of a webhook source that was made from this seed. The root it comes from stays here. */
  webhookKey(seed: Uint8Array): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.live.keys.webhooks, seed, 'neurocad-connect webhook key 1', 32))
  }

  /** True while a file on the disk still holds a secret that the record has lost. */
  isBeingErased(removedSequence: number): boolean {
    return removedSequence > this.parts.state.erasedThrough
  }

  /** Events of a record with a sequence below `before`, newest first. Opens sealed segments only as far as the page needs. */
  async history(record: string, limit: number, before = Number.POSITIVE_INFINITY): Promise<HistoryPage> {
    const { state, files, keys } = this.live
    const n = state.numberOf(record)
    let at: HistoryPlace | undefined | null = n === undefined ? undefined : state.directory.history(n)
    const events = (state.recent.get(record) ?? []).filter((event) => event.sequence < before).reverse()
    while (events.length <= limit && at) {
      const block: { before: HistoryPlace | null; events: VaultEvent[] } = await readHistoryBlock(files, keys, record, at)
      const newest = events.at(-1)?.sequence ?? before
      events.push(...block.events.filter((event) => event.sequence < newest).reverse())
      at = block.before
    }
    const page = events.slice(0, limit)
    return { events: page, next: events.length > limit ? page.at(-1)?.sequence : undefined }
  }

  /** Every event there is now, in order; see `Trail`. */
  trail(below?: number): Trail {
    return new Trail(this.live, below)
  }

  /** What the header says now. */
  get headerBody(): HeaderBody {
    return this.live.header.header.body
  }

  /**
   * Changes the header, between batches and never beside a compaction's. Throws `VAULT_READ_ONLY` where the disk refuses: which of
   * the two is there then is not known before the vault is opened again, so nothing is written until it is.
   */
  changeHeader(change: (body: HeaderBody) => Partial<HeaderBody>, written: () => void = () => undefined): Promise<void> {
    return this.queue.alone(async () => {
      const { header, logger } = this.live
      const next = change(header.header.body)
      try {
        await header.write(next)
      } catch (error) {
        if (!(error instanceof EngineError)) logger.error('the header could not be written', { reason: reasonOf(error) })
        const failure =
          error instanceof EngineError ? error : new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.halfWritten)
        this.queue.breakWith(failure)
        throw failure
      }
      written()
    })
  }

  /** Begins a rotation with the header that has the new key; see `rotation.ts`. It ends beside the commands. */
  async rotate(kek: NewKek, change: (body: HeaderBody) => Pick<HeaderBody, 'keks'>): Promise<void> {
    await this.changeHeader(change, () => addKek(this.live.keys, kek))
    this.compactor.consider()
  }

  /** Copies the files as they are at one moment, while commands go on; see `copyVault`. For use `withoutCompaction`. */
  copyTo(target: VaultFiles, signal: AbortSignal): Promise<VaultMoment> {
    return copyVault(this.live, this.queue, target, signal)
  }

  /** Compacts nothing beside `work`, so nothing counts as erased either before it has ended. */
  withoutCompaction<T>(work: () => Promise<T>): Promise<T> {
    return this.compactor.hold(work)
  }

  /** How it is kept, besides what the header says. */
  get upkeep(): { events: number; kekVersion: number; damagedFiles: ReadonlySet<string>; anchor: AnchorStatus | undefined } {
    const { state, keys, damagedFiles, anchor } = this.live
    return { events: state.sequence, kekVersion: keys.keks.current, damagedFiles, anchor: anchor?.status }
  }

  /** Who is told of secrets that did not open, recovered from the generation before or lost: those from before included. */
  whenMended(tell: (mended: MendedSecrets) => void): void {
    this.onMended = tell
    for (const mended of this.untold.splice(0)) tell(mended)
  }

  /** What was wrong when it was loaded. */
  get found(): VaultFound | undefined {
    return this.live.found
  }

  /** From here on the vault as it is now is what is kept outside its folder. */
  async renewAnchor(): Promise<void> {
    await this.live.anchor?.release()
  }

  /** Waits for running commands, then lets go of keys and files. */
  async close(): Promise<void> {
    this.ending.aborted = true
    await this.opening
    await this.mender.settled()
    await this.compactor.stop()
    await this.queue.end(new EngineError('VAULT_LOCKED'))
    await this.parts.anchor?.close()
    this.isClosed = true
    const { journal, header, state, keys } = this.parts
    eraseKeys(keys)
    await Promise.all([state.close(), journal.close(), header.close()])
  }

  /** Resolves when all of the snapshot has been opened and found whole, or rebuilt from the one before. */
  get opened(): Promise<void> {
    return this.opening
  }

  /** Resolves when no compaction is under way or due: every erased secret is gone from the disk. */
  async settled(): Promise<void> {
    await this.opening
    await this.compactor.settled()
  }

  private refused(error: unknown): EngineError {
    this.parts.logger.error('what was committed could not be applied; the vault is read-only until it is unlocked again', {
      reason: reasonOf(error),
    })
    this.refusal = new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.notApplied)
    this.queue.breakWith(this.refusal)
    return this.refusal
  }

  private applyAll(entries: readonly { entry: JournalEntry; hash: Uint8Array }[]): void {
    if (entries.every(({ entry }) => neverRefused(entry.event))) {
      for (const { entry, hash } of entries) this.parts.state.applyLater(entry, hash)
    } else
      this.parts.state.store.transaction(() => {
        for (const { entry, hash } of entries) this.parts.state.apply(entry, hash)
      })
    this.following.soon()
  }

  private finish<T>(
    entries: readonly { entry: JournalEntry; hash: Uint8Array }[],
    result: () => T,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): void {
    try {
      if (entries.length > 0) {
        this.applyAll(entries)
        this.parts.anchor?.changed()
      }
      for (const { entry } of entries) this.onApplied(entry.event)
    } catch (error) {
      reject(this.refused(error))
      return
    }
    try {
      resolve(result())
    } catch (error) {
      reject(error)
    }
    this.compactor.consider()
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown')
