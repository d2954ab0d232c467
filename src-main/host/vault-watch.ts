import type { Change, Engine } from '../engine/engine'
import { engineWith } from './engine-with'

/** Told what becomes of a vault. Nothing of it may throw: it runs inside whatever brought the news. */
export interface VaultWatcher {
  /** Somebody asked for it to be made or unlocked, which takes a while, and may be refused. */
  opening?(): void
  /** It was made or unlocked. */
  opened?(): void
  change?(change: Change): void
  /** It was locked, or its session died. */
  closed?(): void
}

/**
 * The same engine, with its openings, changes and closings told to whoever watches. What is told of an opening comes before its
 * caller hears of it, so that no change after it is missed.
 */
export class VaultWatch {
  readonly engine: Engine
  readonly #watchers: VaultWatcher[] = []
  #isOpen = false

  constructor(engine: Engine) {
    this.engine = engineWith(engine, {
      create: async (password) => {
        this.#announce()
        await engine.create(password)
        this.#follow(engine)
      },
      unlock: async (how) => {
        this.#announce()
        await engine.unlock(how)
        this.#follow(engine)
      },
    })
  }

  add(watcher: VaultWatcher): void {
    this.#watchers.push(watcher)
  }

  #announce(): void {
    if (!this.#isOpen) for (const watcher of this.#watchers) watcher.opening?.()
  }

  #follow(engine: Engine): void {
    // Unlocking an open vault only checks the password; one that was locked in the same breath is closed.
    if (this.#isOpen || engine.state() !== 'unlocked') return
    this.#isOpen = true
    engine.subscribe({
      change: (change) => {
        for (const watcher of this.#watchers) watcher.change?.(change)
      },
      locked: () => {
        this.#isOpen = false
        for (const watcher of this.#watchers) watcher.closed?.()
      },
    })
    for (const watcher of this.#watchers) watcher.opened?.()
  }
}
