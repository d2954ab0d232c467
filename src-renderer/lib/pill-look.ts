import type { Pill } from '../../src-shared/domain/pill'
import type { Tone } from './status-look'

/**
 * The words in the corner of a directory card. Source: the seed's list of pills.
 * @param attention one of those that are counted needs the person, so nothing may look settled
 */
export function pillLook(pill: Pill, attention = false): { words: string; tone: Tone } {
  switch (pill.kind) {
    case 'connections':
      return {
        words: `${pill.count.toLocaleString('en')} connection${pill.count === 1 ? '' : 's'}`,
        tone: attention ? 'warn' : 'ok',
      }
    case 'reconnect_required':
      return { words: 'Reconnect required', tone: 'warn' }
    case 'managed':
      return { words: 'Managed', tone: 'managed' }
    case 'not_provisioned':
      return { words: 'Not provisioned', tone: 'gone' }
    case 'not_connected':
      return { words: 'Not connected', tone: 'gone' }
  }
}
