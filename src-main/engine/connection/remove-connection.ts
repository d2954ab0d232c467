import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import { published } from './connection-commands'
import { detailsOf, findRow, toView, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import type { KeyedLock } from './keyed-lock'
import { personOf } from './provider-apps'
import { revokeAtProvider } from './provider-revocation'

/**
 * Revokes at the provider, then softly here: id and history stay, the secret is erased. Removing a removed one answers it again.
 * Removals of one account go one after the other, so that of two that share a grant the last one ends it.
 */
export async function removeConnection(
  deps: Dependencies,
  removals: KeyedLock,
  actor: Actor,
  id: string,
): Promise<Outputs['connection']['remove']> {
  const row = visibleRow(deps.vault, actor, id)
  if (row.managed === 1) throw new EngineError('TYPE_NOT_USER_MANAGED', { connectionId: id })
  return removals.run(`${row.type}:${row.account_id}`, async () => {
    if (visibleRow(deps.vault, actor, id).status === 'revoked') return toView(deps.vault, visibleRow(deps.vault, actor, id))
    const providerNotice = await revokeRow(deps, row)
    return deps.vault.commit({
      actor: personOf(actor),
      touches: [id],
      decide: () => {
        const now = findRow(deps.vault, id)
        if (!now || now.status === 'revoked') return { events: [], result: () => toView(deps.vault, now ?? row) }
        return {
          events: [{ body: { kind: 'connection.removed', record: id, data: { providerNotice: providerNotice ?? null } } }],
          result: () => ({ ...published(deps, id), ...(providerNotice === undefined ? {} : { providerNotice }) }),
        }
      },
    })
  })
}

async function revokeRow(deps: Dependencies, row: Row): Promise<string | undefined> {
  const secret = await deps.vault.secret(String(row.id))
  if (!secret) return undefined
  return revokeAtProvider(deps, {
    type: String(row.type),
    accountId: String(row.account_id),
    details: detailsOf(row),
    secret,
    connectionId: String(row.id),
  })
}
