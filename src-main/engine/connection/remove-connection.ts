import type { Outputs } from '../../../src-shared/contract'
import type { Actor } from '../../../src-shared/domain/actor'
import type { Row } from '../vault/store'
import { published } from './connection-commands'
import { toView, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { openHeld } from './held'
import type { KeyedLock } from './keyed-lock'
import { personOf } from './provider-apps'
import { revokeAtProvider } from './provider-revocation'
import type { Refresher } from './refresh/refresher'
import { requireUserManaged } from './user-managed'

/**
 * Revokes at the provider, then softly here: id and history stay, the secret is erased. Removing a removed one answers it again.
 * Removals of one account go one after the other, so that of two that share a grant the last one ends it.
 */
export async function removeConnection(
  deps: Dependencies,
  { removals, refresher }: { removals: KeyedLock; refresher: Refresher },
  actor: Actor,
  id: string,
): Promise<Outputs['connection']['remove']> {
  const row = visibleRow(deps.vault, actor, id)
  requireUserManaged(deps.providers, String(row.type), row)
  const remove = async () => {
    for (;;) {
      const before = visibleRow(deps.vault, actor, id)
      if (before.status === 'revoked') return toView(deps.vault, before)
      const removed = await removeAs(deps, actor, before, await revokeRow(deps, before))
      if (removed !== 'reconnected') return removed
    }
  }
  // A refresh beside it would leave tokens behind that nobody has revoked.
  return removals.run(`${row.type}:${row.account_id}`, () => refresher.endTokens(id, remove))
}

/** Removes it as it was when its grant was ended; tokens that came meanwhile have to be ended first. */
function removeAs(
  deps: Dependencies,
  actor: Actor,
  before: Row,
  providerNotice: string | undefined,
): Promise<Outputs['connection']['remove'] | 'reconnected'> {
  const id = String(before.id)
  return deps.vault.commit<Outputs['connection']['remove'] | 'reconnected'>({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const now = visibleRow(deps.vault, actor, id)
      if (now.status === 'revoked') return { events: [], result: () => toView(deps.vault, now) }
      if (now.authorized_at !== before.authorized_at) return { events: [], result: () => 'reconnected' }
      return {
        events: [{ body: { kind: 'connection.removed', record: id, data: { providerNotice: providerNotice ?? null } } }],
        result: () => ({ ...published(deps, id), ...(providerNotice === undefined ? {} : { providerNotice }) }),
      }
    },
  })
}

async function revokeRow(deps: Dependencies, row: Row): Promise<string | undefined> {
  const held = await openHeld(deps, row)
  if (!held) return undefined
  const { manualRevoke } = providerOf(deps.providers, String(row.type))
  return held === 'damaged'
    ? manualRevoke
    : revokeAtProvider(deps, { ...held, type: String(row.type), connectionId: String(row.id) })
}
