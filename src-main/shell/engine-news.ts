import { EventEmitter } from 'node:events'
import { type ShellSettings, ToShell } from '../../src-shared/bridge/engine-message'
import type { VaultState } from '../../src-shared/contract/vault'

/** How the vault stands, as far as the shell was told. `unknown`: no engine has said so yet, or it has ended. */
export interface KnownState {
  vault: VaultState | 'unknown'
  /** Connections that need attention; 0 while locked. */
  attention: number
}

/** A connection that stopped working by itself, in sentences. */
export interface Breakage {
  connectionId: string
  title: string
  body: string
}

interface News {
  state: [state: KnownState]
  settings: [settings: ShellSettings]
  broke: [breakage: Breakage]
  callbackAccepted: []
}

const unknown: KnownState = { vault: 'unknown', attention: 0 }

/** What the engine says of itself, checked, for whoever in the shell wants to hear it. */
export class EngineNews extends EventEmitter<News> {
  private known = unknown

  get state(): KnownState {
    return this.known
  }

  /** The engine ended, and with it what it said of the vault. */
  ended(): void {
    this.become(unknown)
  }

  /** Answers the request that a message holds; news is passed on. `log` is told of what is not known, by its kind alone. */
  hear(data: unknown, log: (line: string) => void): Extract<ToShell, { kind: 'ask' }> | undefined {
    const message = ToShell.safeParse(data).data
    if (message === undefined) {
      log(`the engine said something that is not known here: ${kindOf(data)}`)
      return undefined
    }
    switch (message.kind) {
      case 'ask':
        return message
      case 'state':
        this.become({ vault: message.vault, attention: message.attention })
        return undefined
      case 'settings':
        this.emit('settings', message.settings)
        return undefined
      case 'broke':
        this.emit('broke', { connectionId: message.connectionId, title: message.title, body: message.body })
        return undefined
      case 'callback_accepted':
        this.emit('callbackAccepted')
        return undefined
    }
  }

  private become(state: KnownState): void {
    if (state.vault === this.known.vault && state.attention === this.known.attention) return
    this.known = state
    this.emit('state', state)
  }
}

/** A kind is one word of ours; anything else is not repeated. */
function kindOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return 'no kind'
  return typeof data.kind === 'string' && /^[a-z_]{1,32}$/.test(data.kind) ? data.kind : 'unreadable kind'
}
