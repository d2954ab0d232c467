import type { ToEngine } from '../../src-shared/bridge/engine-message'
import type { KnownState } from './engine-news'

/** How often the system is asked when somebody last touched the computer. The shortest automatic lock is a minute. */
const everyMs = 5_000

export interface PresenceParts {
  /** Whole seconds since somebody last touched the computer. */
  idleSeconds(): number
  /** Runs again and again. Answers how to stop it. */
  every(milliseconds: number, run: () => void): () => void
  tell(message: Extract<ToEngine, { kind: 'idle' | 'presence' }>): void
}

/** Tells the engine whether somebody is there. The engine decides what that means; while the vault is locked it means nothing. */
export class Presence {
  private stopAsking: (() => void) | undefined

  constructor(private readonly parts: PresenceParts) {}

  vaultIs({ vault }: Pick<KnownState, 'vault'>): void {
    if (vault === 'unlocked') this.stopAsking ??= this.parts.every(everyMs, () => this.sayIdle())
    else this.rest()
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
    this.parts.tell({ kind: 'idle', seconds: this.parts.idleSeconds() })
  }

  private moment(moment: Extract<ToEngine, { kind: 'presence' }>['moment']): void {
    this.parts.tell({ kind: 'presence', moment })
  }

  private rest(): void {
    this.stopAsking?.()
    this.stopAsking = undefined
  }
}
