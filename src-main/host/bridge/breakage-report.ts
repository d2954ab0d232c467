import type { Actor } from '../../../src-shared/domain/actor'
import { justBroke } from '../../../src-shared/domain/just-broke'
import type { ConnectionStatus } from '../../../src-shared/domain/status'
import { canSee } from '../../../src-shared/domain/visibility'
import { breakageWords } from '../../../src-shared/words/en/breakage'
import type { Change } from '../../engine/engine'
import type { Clock } from '../../engine/port'
import type { VaultWatcher } from '../vault-watch'
import type { OwnCommands } from './own-commands'
import type { ShellLink } from './shell-link'

interface Parts {
  owner: Actor
  shell: Pick<ShellLink, 'tell'>
  clock: Pick<Clock, 'now'>
  commands: Pick<OwnCommands, 'touched'>
}

/** Tells the shell of a connection that stopped working by itself, in words for whoever sits there. */
export class BreakageReport implements VaultWatcher {
  readonly #statuses = new Map<string, ConnectionStatus>()
  #since = 0

  constructor(private readonly parts: Parts) {}

  opened(): void {
    this.#since = this.parts.clock.now()
  }

  change({ event }: Change): void {
    if (event.kind !== 'connection') return
    const { owner, shell, commands } = this.parts
    const { id, status, statusAt, name, statusMessage } = event.connection
    const before = this.#statuses.get(id)
    this.#statuses.set(id, status)
    const isNews = justBroke({ before, after: status, at: Date.parse(statusAt), since: this.#since })
    if (!isNews || !canSee(owner, event.connection) || commands.touched(id)) return
    shell.tell({ kind: 'broke', connectionId: id, title: breakageWords.needsAttention(name), body: statusMessage })
  }

  closed(): void {
    this.#statuses.clear()
  }
}
