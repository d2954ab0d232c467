import type { AnchorStatus } from '../../../src-shared/contract/vault-damage'
import { anchorWords } from '../../../src-shared/words/en/anchor'
import { type AnchorStore, type Clock, type Logger, NothingKept } from '../port'
import { type AnchorReading, hexOf, isAnchor, sealAnchor } from './anchor'
import type { LiveState } from './live-state'
import type { VaultKeys } from './vault-keys'

/** However many commits there are, the anchor is written once in this many milliseconds. */
const EVERY_MS = 5000

interface Parts {
  store: AnchorStore
  clock: Clock
  logger: Logger
  keys: VaultKeys
  state: Pick<LiveState, 'sequence' | 'hash'>
}

/** Keeps the last event outside the vault's folder. A failure to write it is told and fails nothing else. */
export class AnchorKeeper {
  private written: { sequence: number; at: string } | undefined
  private lastBegun = Number.NEGATIVE_INFINITY
  private callOff: (() => void) | undefined
  private writing: Promise<void> = Promise.resolve()
  private isHeld = false
  private isClosed = false
  private problem: 'failing' | 'unreadable' | undefined
  /** Why there is nothing to keep it in; undefined where there is. */
  private nowhere: string | undefined

  constructor(
    private readonly parts: Parts,
    reading: AnchorReading,
  ) {
    if (isAnchor(reading)) this.written = reading
    else if (reading instanceof NothingKept) this.nowhere = reading.message
    else if (reading !== 'absent') {
      this.problem = reading
      // What could not be compared must not be written over: it may know better than the vault.
      this.isHeld = reading === 'failing'
      parts.logger.error('what is kept of the vault’s last event could not be used', { problem: reading })
    }
  }

  /** The state that took the place of the one before: what was rebuilt, for example. */
  follow(state: Parts['state']): void {
    this.parts.state = state
  }

  /** Leaves what is kept as it is, until `release`: what it says of the vault has not been answered yet. */
  hold(): void {
    this.isHeld = true
  }

  /** Resolves when the vault as it is now is what is kept. */
  async release(): Promise<void> {
    this.isHeld = false
    this.problem = undefined
    this.written = undefined
    await this.flush()
  }

  /** After a commit. Cheap: at most one timer is set, and none while one is. */
  changed(): void {
    if (this.isHeld || this.isClosed || this.callOff || this.nowhere !== undefined) return
    const wait = this.lastBegun + EVERY_MS - this.parts.clock.monotonic()
    if (wait <= 0) {
      void this.write()
      return
    }
    this.callOff = this.parts.clock.after(wait, () => {
      this.callOff = undefined
      void this.write()
    })
  }

  /** Writes what is not written yet, and lets nothing follow. */
  async close(): Promise<void> {
    this.isClosed = true
    await this.flush()
  }

  get status(): AnchorStatus {
    const at = this.written?.at ?? null
    if (this.nowhere !== undefined) return { state: 'none', at: null, reason: this.nowhere }
    if (this.problem === 'failing') return { state: 'failing', at, reason: anchorWords.failing }
    if (this.isHeld) return { state: 'held', at, reason: anchorWords.held }
    if (this.problem === 'unreadable') return { state: 'unreadable', at, reason: anchorWords.unreadable }
    return { state: this.written ? 'kept' : 'waiting', at, reason: null }
  }

  private async flush(): Promise<void> {
    this.callOff?.()
    this.callOff = undefined
    await this.writing
    if (!this.isHeld && this.nowhere === undefined && this.written?.sequence !== this.parts.state.sequence) await this.write()
  }

  /** One after the other, each of what is the last event by then. Never rejects. */
  private write(): Promise<void> {
    const { store, clock, logger, keys, state } = this.parts
    this.lastBegun = clock.monotonic()
    // Sealed now: by the time it is its turn the keys may be gone.
    const { sequence } = state
    const at = new Date(clock.now()).toISOString()
    const sealed = sealAnchor(keys, { v: 1, sequence, hash: hexOf(state.hash), at })
    this.writing = this.writing
      .then(() => store.write(keys.vaultId, sealed))
      .then(
        () => {
          this.written = { sequence, at }
          if (this.problem === 'failing') this.problem = undefined
        },
        (error: unknown) => {
          if (error instanceof NothingKept) {
            this.nowhere = error.message
            return
          }
          if (this.problem !== 'failing')
            logger.error('the vault’s last event could not be kept outside its folder', { reason: nameOf(error) })
          this.problem = 'failing'
        },
      )
    return this.writing
  }
}

/** The message of a failing disk may quote a path; its name and code do not. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
