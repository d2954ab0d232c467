import type { ToEngine } from '../../src-shared/bridge/engine-message'
import type { KnownState } from './engine-news'

/** How often the system is asked when somebody last touched the computer. The shortest automatic lock is a minute. */
const everyMs = 5_000

export interface PresenceParts {
  /** Whole seconds since somebody last touched the computer. */
  idleSeconds(): number
  /** Whether `idleSeconds` says 0 where it knows nothing: Linux, with a compositor that tells nobody. */
  zeroMayBeIgnorance: boolean
  /** Milliseconds, by a clock that only goes on. */
  now(): number
  /** Runs again and again. Answers how to stop it. */
  every(milliseconds: number, run: () => void): () => void
  tell(message: Extract<ToEngine, { kind: 'idle' | 'presence' }>): void
}

/** Tells the engine whether somebody is there. The engine decides what that means; while the vault is locked it means nothing. */
export class Presence {
  private stopAsking: (() => void) | undefined
  /** Whether the system ever said anything but 0. Until then it may know nothing, and what happens in our own windows counts. */
  private systemKnows: boolean
  private touchedAt: number

  constructor(private readonly parts: PresenceParts) {
    this.systemKnows = !parts.zeroMayBeIgnorance
    this.touchedAt = parts.now()
  }

  vaultIs({ vault }: Pick<KnownState, 'vault'>): void {
    if (vault !== 'unlocked') this.rest()
    else if (!this.stopAsking) {
      // Somebody has just opened it.
      this.touched()
      this.stopAsking = this.parts.every(everyMs, () => this.sayIdle())
    }
  }

  /** Somebody used one of our own windows. */
  touched(): void {
    this.touchedAt = this.parts.now()
  }

  screenLocked(): void {
    this.moment('screen_locked')
  }

  sleeps(): void {
    this.moment('sleep')
  }

  wakes(): void {
    this.moment('wake')
  }

  private sayIdle(): void {
    const seconds = this.parts.idleSeconds()
    if (seconds > 0) this.systemKnows = true
    const sinceTouch = Math.floor((this.parts.now() - this.touchedAt) / 1000)
    this.parts.tell({ kind: 'idle', seconds: this.systemKnows ? seconds : sinceTouch })
  }

  private moment(moment: Extract<ToEngine, { kind: 'presence' }>['moment']): void {
    this.parts.tell({ kind: 'presence', moment })
  }

  private rest(): void {
    this.stopAsking?.()
    this.stopAsking = undefined
  }
}
