import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import type { ProviderGrant } from '../provider/provider'
import type { Row } from '../vault/store'
import { findRow, scopesOf, toView, visibleRow } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'
import { ownAccountName, requireOwnAccount } from './own-account'
import { personOf } from './provider-apps'
import { requireUserManaged } from './user-managed'

/** The connection as it is now, told to everyone who may see it. */
export function published({ vault, publish }: Dependencies, id: string): ConnectionView {
  const row = findRow(vault, id)
  if (!row) throw new Error('a connection vanished from the projection')
  const view = toView(vault, row)
  publish({
    event: { kind: 'connection', connection: view },
    audience: view.visibility === 'org' ? 'org' : { subject: view.owner.subject },
  })
  return view
}

export type AddOutcome = { added: ConnectionView } | { exists: string }

/** Adds a connection; with `unlessConnected`, answers instead which connection of the actor's already has the account. */
export function addConnection(
  deps: Dependencies,
  actor: Actor,
  type: CredentialTypeKey,
  grant: ProviderGrant,
  options: { unlessConnected: boolean; name?: string | undefined },
): Promise<AddOutcome> {
  const id = `cred_${newUlid(deps.clock.now())}`
  const { visibility, managed } = providerOf(deps.providers, type).description
  const { account, details, scopes, expiresAt } = grant
  const secret = deps.vault.sealSecret(id, grant.secret)
  return deps.vault.commit<AddOutcome>({
    actor: personOf(actor),
    touches: [id, accountName(type, account.id), ...(visibility === 'private' ? [ownAccountName(type, actor)] : [])],
    decide: () => {
      requireOwnAccount(deps, actor, type, account)
      const existing = options.unlessConnected ? connectedAccount(deps, actor, type, account.id) : undefined
      if (existing !== undefined) return { events: [], result: () => ({ exists: existing }) }
      const owner = personOf(actor)
      const name = options.name ?? account.label
      const data = { type, name, visibility, managed, owner, account, details, scopes, expiresAt: iso(expiresAt) }
      return {
        events: [{ body: { kind: 'connection.added', record: id, data: { ...data, reason: 'authorized' } }, secret }],
        result: () => ({ added: published(deps, id) }),
      }
    },
  })
}

export type ReconnectOutcome = { reconnected: ConnectionView } | { mismatch: true }

/** Puts new tokens under the same id; unless `anyAccount`, only those of the account that it had. */
export function reconnectConnection(
  deps: Dependencies,
  actor: Actor,
  id: string,
  grant: ProviderGrant,
  options: { anyAccount: boolean },
): Promise<ReconnectOutcome> {
  const { account, details, scopes, expiresAt } = grant
  const secret = deps.vault.sealSecret(id, grant.secret)
  return deps.vault.commit<ReconnectOutcome>({
    actor: personOf(actor),
    touches: [id],
    decide: () => {
      const row = visibleRow(deps.vault, actor, id)
      requireOwnAccount(deps, actor, row.type as CredentialTypeKey, account)
      if (!options.anyAccount && row.account_id !== account.id) return { events: [], result: () => ({ mismatch: true }) }
      const data = { account, details, scopes, scopesBefore: scopesOf(row), expiresAt: iso(expiresAt), ...renamed(row, account) }
      return {
        events: [{ body: { kind: 'connection.reconnected', record: id, data }, secret }],
        result: () => ({ reconnected: published(deps, id) }),
      }
    },
  })
}

export function renameConnection(
  deps: Dependencies,
  actor: Actor,
  input: { id: string; name: string; version?: number },
): Promise<ConnectionView> {
  return deps.vault.commit({
    actor: personOf(actor),
    touches: [input.id],
    decide: () => {
      const row = visibleRow(deps.vault, actor, input.id)
      requireUserManaged(deps.providers, String(row.type), row)
      if (row.status === 'revoked') throw new EngineError('CONNECTION_REVOKED', { connectionId: input.id })
      if (input.version !== undefined && input.version !== row.version) {
        throw new EngineError('VERSION_CONFLICT', { connectionId: input.id, currentVersion: Number(row.version) })
      }
      if (row.name === input.name) return { events: [], result: () => toView(deps.vault, row) }
      const data = { name: input.name, nameBefore: String(row.name) }
      return {
        events: [{ body: { kind: 'connection.renamed', record: input.id, data } }],
        result: () => published(deps, input.id),
      }
    },
  })
}

/** A connection that went by its account's name goes by the new one's; a name that a person gave stays. */
const renamed = (row: Row, account: { label: string }): { name?: string } =>
  row.name === row.account_label && row.name !== account.label ? { name: account.label } : {}

/** A connection of this account that is not revoked and that the actor may see. */
function connectedAccount({ vault }: Dependencies, actor: Actor, type: string, accountId: string): string | undefined {
  const row = vault.store.one(
    `SELECT id FROM connection WHERE type = ? AND account_id = ? AND status <> 'revoked'
       AND (visibility = 'org' OR owner_subject = ?) ORDER BY rank, added_at LIMIT 1`,
    [type, accountId, actor.subject],
  )
  return row === undefined ? undefined : String(row.id)
}

/** What commands that depend on who has an account touch. */
export const accountName = (type: string, accountId: string) => `account:${type}:${accountId}`
const iso = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds).toISOString())
