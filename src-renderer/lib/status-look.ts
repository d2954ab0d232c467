import type { ConnectionStatus } from '../../src-shared/domain/status'
import { statusWords } from '../../src-shared/words/en/status'

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
  active: { word: statusWords.active, tone: 'ok', live: true, reconnectHelps: false, attention: false },
  needs_reauth: {
    word: statusWords.needsReauth,
    tone: 'warn',
    live: true,
    reconnectHelps: true,
    attention: true,
    meaning: statusWords.needsReauthMeaning,
  },
  uninstalled: {
    word: statusWords.uninstalled,
    tone: 'gone',
    live: false,
    reconnectHelps: true,
    attention: true,
    meaning: statusWords.uninstalledMeaning,
  },
  revoked: {
    word: statusWords.revoked,
    tone: 'gone',
    live: false,
    reconnectHelps: true,
    attention: false,
    meaning: statusWords.revokedMeaning,
  },
  error: {
    word: statusWords.error,
    tone: 'bad',
    live: false,
    reconnectHelps: true,
    attention: true,
    meaning: statusWords.errorMeaning,
  },
}
