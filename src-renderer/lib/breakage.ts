import type { ConnectionView } from '../../src-shared/contract/connection'
import { breakageWords } from '../../src-shared/words/en/breakage'
import { statusLook } from './status-look'

export const asksForAttention = ({ status }: Pick<ConnectionView, 'status'>): boolean => statusLook[status].attention

/**
 * What a changed connection does to the count of those that need attention. Undefined where it cannot be told from here:
 * the one before was never seen, or an answer showed the change before its event came.
 */
export function attentionChange(before: ConnectionView | undefined, after: ConnectionView): -1 | 0 | 1 | undefined {
  if (before === undefined || before.version >= after.version) return undefined
  if (asksForAttention(before) === asksForAttention(after)) return 0
  return asksForAttention(after) ? 1 : -1
}

interface Change {
  before: ConnectionView | undefined
  after: ConnectionView
  /** Since when changes are followed here, in milliseconds: what broke earlier is no news. */
  since: number
  /** Whether a command that was given in this tab may have led to it. */
  ownCommand: boolean
}

/** Whether a change is news to tell: it worked, and now it needs the person. */
export function justBroke({ before, after, since, ownCommand }: Change): boolean {
  if (ownCommand || !asksForAttention(after)) return false
  if (before !== undefined && before.version < after.version) return before.status === 'active'
  // Not seen working, so only the time of the status tells whether this is new.
  return Date.parse(after.statusAt) >= since
}

type Named = Pick<ConnectionView, 'name' | 'statusMessage'>

/** More names than these are a list, and there is a page for that. */
const namedAtMost = 3

/** What is said of connections that broke: of one its own sentence, of several how many. */
export function breakageNews(first: Named, others: readonly Named[]): { text: string; detail: string } {
  if (others.length === 0) return { text: breakageWords.needsAttention(first.name), detail: first.statusMessage }
  const names = [first, ...others].map(({ name }) => name)
  return {
    text: breakageWords.needAttention(names.length),
    detail: breakageWords.which(names.slice(0, namedAtMost), names.length - namedAtMost),
  }
}
