import type { Actor } from '../../../src-shared/domain/actor'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { EngineError } from '../error'
import { Turns } from '../vault/turns'
import type { DecidedEvent } from '../vault/vault'
import { visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { personOf } from './provider-apps'

const purged = (id: string): DecidedEvent => ({ body: { kind: 'connection.purged', record: id, data: {} } })

/** So many go into one message: everyone in the organisation is sent it. */
const TOLD_TOGETHER = 500

/** Takes a removed connection out of every list for good; its events stay. Throws `CONNECTION_NOT_REMOVED` where it is not removed. */
export function purgeOne(deps: Dependencies, actor: Actor, id: ConnectionId): Promise<{ purged: number }> {
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const row = visibleRow(deps.vault, actor, id)
      if (row.status !== 'revoked') throw new EngineError('CONNECTION_NOT_REMOVED', { connectionId: id })
      return {
        events: [purged(id)],
        result: () => {
          publishPurged(deps, [{ id, isPrivate: row.visibility === 'private', subject: String(row.owner_subject) }])
          return { purged: 1 }
        },
      }
    },
  })
}

/** Every removed connection that the actor may see, all or none. */
export async function purgeRemoved(deps: Dependencies, actor: Actor): Promise<{ purged: number }> {
  const gone = await deps.vault.commitGroup({
    actor: personOf(actor),
    decide: async () => {
      const rows = deps.vault.store.all(
        "SELECT id, visibility FROM connection WHERE status = 'revoked' AND (visibility = 'org' OR owner_subject = ?)",
        [actor.subject],
      )
      const found = rows.map(({ id, visibility }) => ({
        id: id as ConnectionId,
        isPrivate: visibility === 'private',
        subject: actor.subject as string,
      }))
      return { events: found.map(({ id }) => purged(id)), result: () => found }
    },
  })
  const turns = new Turns(deps.clock)
  for (let at = 0; at < gone.length; at += TOLD_TOGETHER) {
    publishPurged(deps, gone.slice(at, at + TOLD_TOGETHER))
    await turns.pause()
  }
  return { purged: gone.length }
}

function publishPurged(
  { publish }: Dependencies,
  gone: readonly { id: ConnectionId; isPrivate: boolean; subject: string }[],
): void {
  const tell = (connectionIds: ConnectionId[], audience: 'org' | { subject: string }) => {
    if (connectionIds.length > 0) publish({ event: { kind: 'connections_purged', connectionIds }, audience })
  }
  const shared = gone.filter(({ isPrivate }) => !isPrivate)
  const own = gone.filter(({ isPrivate }) => isPrivate)
  tell(
    shared.map(({ id }) => id),
    'org',
  )
  if (own[0])
    tell(
      own.map(({ id }) => id),
      { subject: own[0].subject },
    )
}
