import type { ConnectionView } from '../../src-shared/contract/connection'
import { breakageWords } from '../../src-shared/words/en/breakage'
import { commonWords } from '../../src-shared/words/en/common'

/** What brings a connection back. */
export type Mend =
  /** It is authorized again, or what it consists of is entered again. */
  | { kind: 'reconnect' }
  /** Only the provider's settings help, so authorizing again would change nothing. */
  | { kind: 'open'; url: string }
  /** Somebody else must act; its page says who. */
  | { kind: 'look' }

export function mendFor({ managed, statusReason, details }: ConnectionView): Mend {
  if (managed) return { kind: 'look' }
  if (statusReason !== 'installation_suspended') return { kind: 'reconnect' }
  return details.configureUrl === undefined ? { kind: 'look' } : { kind: 'open', url: details.configureUrl }
}

/** The words on its button. */
export function mendLabel(mend: Mend, typeName: string): string {
  if (mend.kind === 'open') return commonWords.openAt(typeName)
  return mend.kind === 'look' ? breakageWords.seeDetails : commonWords.reconnect
}
