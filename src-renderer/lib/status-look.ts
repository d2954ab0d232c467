import type { ConnectionStatus } from '../../src-shared/domain/status'

export type Tone = 'ok' | 'warn' | 'bad' | 'gone' | 'managed'

interface StatusLook {
  word: string
  tone: Tone
  /** Live connections count; dormant ones do not. */
  live: boolean
  /** Whether Reconnect is what helps, so that it is the one primary action. */
  reconnectHelps: boolean
  /** Stands in "Needs attention". As `needsAttention` of the domain, which the first load cannot carry: it comes with zod. */
  attention: boolean
  /** What the status means for recipes and asks of the person; none while all is well. */
  meaning?: string
}

/** Source of the meanings: "Connection page" in the Connect specification. */
export const statusLook: Record<ConnectionStatus, StatusLook> = {
  active: { word: 'Active', tone: 'ok', live: true, reconnectHelps: false, attention: false },
  needs_reauth: {
    word: 'Needs reconnecting',
    tone: 'warn',
    live: true,
    reconnectHelps: true,
    attention: true,
    meaning:
      'Recipes that use this connection fail until you reconnect. Its id stays the same, so nothing has to be set up again.',
  },
  uninstalled: {
    word: 'Uninstalled',
    tone: 'gone',
    live: false,
    reconnectHelps: true,
    attention: true,
    meaning: 'Recipes that use this connection fail until then. Reconnect installs it again under the same id.',
  },
  revoked: {
    word: 'Removed',
    tone: 'gone',
    live: false,
    reconnectHelps: true,
    attention: false,
    meaning: 'Recipes that use it fail until you pick a different one in them. Reconnected, it has the same id.',
  },
  error: {
    word: 'Error',
    tone: 'bad',
    live: false,
    reconnectHelps: true,
    attention: true,
    meaning: 'Recipes that use this connection fail. Reconnect first; if it persists, contact support.',
  },
}
