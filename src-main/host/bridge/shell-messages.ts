import type { ToEngine } from '../../../src-shared/bridge/engine-message'
import type { Engine } from '../../engine/engine'
import type { Logger } from '../../engine/port'
import type { ShellLink } from './shell-link'

/** What the shell says: everything but the ports it passes on. */
export type ShellMessage = Exclude<ToEngine, { kind: 'connect' }>

interface Parts {
  engine: Engine
  shell: Pick<ShellLink, 'hear'>
  logger: Logger
}

/** Does what the shell says. It is told nothing of what came of it: `state` and the window's events say that. */
export function shellMessages({ engine, shell, logger }: Parts): (message: ShellMessage) => void {
  return (message) => {
    switch (message.kind) {
      case 'answer':
      case 'refusal':
        return shell.hear(message)
      case 'lock':
        engine.lock().catch((error: unknown) => {
          // It is locked all the same: the keys ended with the session's thread. Something of its files did not close well.
          logger.error('the vault did not close cleanly', { name: error instanceof Error ? error.name : 'unknown' })
        })
        return
      case 'idle':
      case 'presence':
      case 'callback':
        return
    }
  }
}
