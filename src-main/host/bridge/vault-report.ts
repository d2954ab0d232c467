import type { Actor } from '../../../src-shared/domain/actor'
import type { Engine } from '../../engine/engine'
import { EngineError } from '../../engine/error'
import type { Clock, Logger } from '../../engine/port'
import type { VaultWatcher } from '../vault-watch'
import type { ShellLink } from './shell-link'

/** A burst of changes, such as an app removed with all its connections, is counted once. */
const REST_MS = 250

interface Parts {
  engine: Engine
  owner: Actor
  shell: Pick<ShellLink, 'tell'>
  clock: Pick<Clock, 'after'>
  logger: Logger
}

/** Tells the shell how the vault stands, and how many connections of its owner's view need attention: a number, nothing of them. */
export class VaultReport implements VaultWatcher {
  #attention = 0
  #last = ''
  #counting: (() => void) | undefined

  constructor(private readonly parts: Parts) {}

  /** Said once at the start; whenever it differs from then on. */
  say(): void {
    const { engine, shell } = this.parts
    const vault = engine.state()
    const attention = vault === 'unlocked' ? this.#attention : 0
    const said = `${vault} ${attention}`
    if (said === this.#last) return
    this.#last = said
    shell.tell({ kind: 'state', vault, attention })
  }

  opened(): void {
    this.#attention = 0
    this.say()
    void this.#count()
  }

  change(): void {
    this.#counting ??= this.parts.clock.after(REST_MS, () => {
      this.#counting = undefined
      void this.#count()
    })
  }

  closed(): void {
    this.#counting?.()
    this.#counting = undefined
    this.#attention = 0
    this.say()
  }

  /** From the tally that the vault keeps: one connection is read, however many there are. */
  async #count(): Promise<void> {
    const { engine, owner, logger } = this.parts
    try {
      const context = { actor: owner, callbackOrigin: null }
      const { total } = await engine.useCases.connection.list(context, { needs: 'attention', limit: 1 })
      this.#attention = total
      this.say()
    } catch (error) {
      // Locked meanwhile, and said so.
      if (error instanceof EngineError && error.code === 'VAULT_LOCKED') return
      logger.error('the connections that need attention could not be counted', {
        code: error instanceof EngineError ? error.code : 'unknown',
      })
      // The number that was said may be wrong by now; the next change counts again.
    }
  }
}
