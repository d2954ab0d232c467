import type { Pill } from '../../src-shared/domain/pill'
import { commonWords } from '../../src-shared/words/en/common'
import { statusWords } from '../../src-shared/words/en/status'
import type { Tone } from './status-look'

/**
 * The words in the corner of a directory card. Source: the seed's list of pills.
 * @param attention one of those that are counted needs the person, so nothing may look settled
 */
export function pillLook(pill: Pill, attention = false): { words: string; tone: Tone } {
  switch (pill.kind) {
    case 'connections':
      return {
        words: statusWords.connections(pill.count),
        tone: attention ? 'warn' : 'ok',
      }
    case 'reconnect_required':
      return { words: statusWords.reconnectRequired, tone: 'warn' }
    case 'managed':
      return { words: commonWords.managed, tone: 'managed' }
    case 'not_provisioned':
      return { words: statusWords.notProvisioned, tone: 'gone' }
    case 'not_connected':
      return { words: statusWords.notConnected, tone: 'gone' }
  }
}
