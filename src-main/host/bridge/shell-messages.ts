import type { ToEngine } from '../../../src-shared/bridge/engine-message'
import type { Engine } from '../../engine/engine'
import type { Logger } from '../../engine/port'
import type { AutoLock } from '../auto-lock'
import { completeByLink } from '../callback/link-callback'
import { lockNow } from '../lock-now'
import type { ShellLink } from './shell-link'

/** What the shell says by itself: no answers, and not the ports it passes on. */
export type ShellMessage = Exclude<ToEngine, { kind: 'connect' | 'answer' | 'refusal' }>

interface Parts {
  engine: Engine
  shell: Pick<ShellLink, 'tell'>
  logger: Logger
  autoLock: Pick<AutoLock, 'present' | 'happened'>
}

/**
 * Does what the shell says. It is told nothing of what came of it, because `state` and the window's events say that; but for a link that
 * somebody waited for, after which the window comes forward.
 */
export function shellMessages({ engine, shell, logger, autoLock }: Parts): (message: ShellMessage) => void {
  return (message) => {
    switch (message.kind) {
      case 'lock':
        return lockNow(engine, logger)
      case 'idle':
        return autoLock.present(message.seconds)
      case 'presence':
        return autoLock.happened({ kind: message.moment })
      case 'callback':
        void completeByLink(engine, logger, message).then((awaited) => {
          if (awaited) shell.tell({ kind: 'callback_accepted' })
        })
    }
  }
}
