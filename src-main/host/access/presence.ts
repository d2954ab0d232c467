import type { AccessMeta } from '../../../src-shared/contract/procedure'

interface Call {
  /** Of the procedure, as in the contract: `connection.list`. */
  name: string
  method: string
  meta: AccessMeta
  /** Whether a page sent it, and not a script. */
  fromPage: boolean
}

/**
 * Whether a call over HTTP puts off the automatic lock. One that works locked or not asks nothing of the open vault, and a stream
 * of events is only listened to. A page reads by itself whenever something changes, so its reading shows nobody: it says with
 * `session.presence` that somebody touched it.
 */
export function showsPresence({ name, method, meta, fromPage }: Call): boolean {
  if (meta.whileLocked || name === 'event.stream') return false
  return !fromPage || method !== 'GET'
}
