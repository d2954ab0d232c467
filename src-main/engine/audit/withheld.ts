import type { Actor } from '../../../src-shared/domain/actor'
import type { Store } from '../vault/store'
import type { TrailEvent } from '../vault/trail-section'

const connectionId = /cred_[0-9A-HJKMNP-TV-Z]{26}/g

/**
 * Which events have to do with a private connection of somebody else: to the actor it does not exist, so neither do they. Every id in
 * an event is looked at, wherever in it that is.
 */
export function withheldFrom(store: Store, actor: Actor): (event: TrailEvent) => boolean {
  const rows = store.all(
    `SELECT id FROM connection WHERE visibility = 'private' AND owner_subject <> ?1
     UNION ALL SELECT id FROM purged WHERE visibility = 'private' AND owner_subject <> ?1`,
    [actor.subject],
  )
  const hidden = new Set(rows.map(({ id }) => String(id)))
  if (hidden.size === 0) return () => false
  return ({ bytes }) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    for (const [id] of text.matchAll(connectionId)) if (hidden.has(id)) return true
    return false
  }
}
