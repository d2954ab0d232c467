import type { Settings } from '../../src-shared/contract/settings'
import type { Actor } from '../../src-shared/domain/actor'
import type { Change, Engine } from '../engine/engine'
import { EngineError } from '../engine/error'
import type { Logger } from '../engine/port'
import type { VaultWatcher } from './vault-watch'

type Listener = (settings: Settings) => void

/**
 * The owner's settings as the host follows them: read when the vault opens, and at every change. They are sealed with the vault, so
 * before its first opening nobody is told anything, and while it is locked what was told last stands.
 */
export class LiveSettings implements VaultWatcher {
  #reading: Promise<void> = Promise.resolve()
  readonly #listeners: Listener[] = []

  constructor(
    private readonly engine: Engine,
    private readonly owner: Actor,
    private readonly logger: Logger,
  ) {}

  /** Tells every settings that become known from now on. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener)
  }

  /** Resolves when those of the last opening are known. */
  async settled(): Promise<void> {
    await this.#reading
  }

  opened(): void {
    this.#reading = this.#read()
  }

  change({ event }: Change): void {
    if (event.kind === 'settings') this.#know(event.settings)
  }

  async #read(): Promise<void> {
    try {
      this.#know(await this.engine.useCases.settings.get({ actor: this.owner, callbackOrigin: null }, undefined))
    } catch (error) {
      // Locked again meanwhile: the next opening reads them.
      if (error instanceof EngineError && error.code === 'VAULT_LOCKED') return
      // Whoever needs them has a safe choice for not knowing any.
      this.logger.error('the settings could not be read', { code: error instanceof EngineError ? error.code : 'unknown' })
    }
  }

  #know(settings: Settings): void {
    for (const listener of this.#listeners) listener(settings)
  }
}
