import { type ConnectionStatus, needsAttention } from './status'

interface StatusChange {
  /** Undefined where it was not seen before. */
  before: ConnectionStatus | undefined
  after: ConnectionStatus
  /** When the status became what it is, and since when changes are followed: milliseconds since the epoch. */
  at: number
  since: number
}

/** Whether a changed connection is news to tell: it worked, and now it needs a person. Pure. */
export function justBroke({ before, after, at, since }: StatusChange): boolean {
  if (!needsAttention(after)) return false
  // Not seen working, so only the time of its status tells whether this is new.
  return before === undefined ? at >= since : before === 'active'
}
