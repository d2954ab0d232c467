import type { ConnectionView } from '../../src-shared/contract/connection'
import { asksForAttention, attentionChange, justBroke } from '../lib/breakage'
import { coalesce } from '../lib/coalesce'
import type { OwnCommands } from '../lib/own-commands'
import type { Slice } from './connect-store'

interface AttentionData {
  /** How many connections need attention; undefined until the first answer. */
  attentionCount: number | undefined
  /** Those that broke and that the person was not told of, or is being told of now. */
  broken: readonly ConnectionView['id'][]
}

export const noAttention: AttentionData = { attentionCount: undefined, broken: [] }

export interface AttentionSlice extends AttentionData {
  /** From here on, what breaks is news. */
  followAttention(): void
  /** A change came by itself, with what was known before it. */
  attentionMoved(before: ConnectionView | undefined, after: ConnectionView): void
  /** The person has seen what broke. */
  dismissBroken(): void
}

/** With the count come as many views, so that what was broken before is known as such when it changes again. */
const readAtMost = 50

export function attentionSlice(ownCommands: OwnCommands): Slice<AttentionSlice> {
  return (set, get) => {
    let since = Number.POSITIVE_INFINITY
    let untold = new Set<ConnectionView['id']>()

    async function read(): Promise<void> {
      const { epoch, client } = get()
      try {
        const { items, total } = await client.connection.list({ needs: 'attention', limit: readAtMost })
        if (get().epoch !== epoch) return
        get().putConnections(items)
        set({ attentionCount: total })
      } catch {
        // Whoever noticed that nothing answers says so; the count is read again with the next change.
      }
    }
    // Once for a burst: an app removed at its provider takes all of its connections along.
    const recount = coalesce(200, () => void read())
    const tell = coalesce(250, () => {
      const { broken, connections } = get()
      const still = [...new Set([...broken, ...untold])].filter((id) => {
        const connection = connections[id]
        return connection !== undefined && asksForAttention(connection)
      })
      untold = new Set()
      set({ broken: still })
    })

    return {
      ...noAttention,

      followAttention() {
        since = Date.now()
        void read()
      },

      attentionMoved(before, after) {
        const change = attentionChange(before, after)
        if (change !== 0) {
          // At once where it can be told from here, and right in any case a moment later.
          set(({ attentionCount }) => ({
            attentionCount: attentionCount === undefined ? undefined : Math.max(0, attentionCount + (change ?? 0)),
          }))
          recount()
        }
        if (justBroke({ before, after, since, ownCommand: ownCommands.touched(after.id) })) {
          untold.add(after.id)
          tell()
        } else if (get().broken.includes(after.id) && !asksForAttention(after)) tell()
      },

      dismissBroken: () => set({ broken: [] }),
    }
  }
}
