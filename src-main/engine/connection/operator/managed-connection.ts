import { EngineError } from '../../error'
import { newUlid } from '../../new-ulid'
import type { ManagedType } from '../../provider/managed/stated-grant'
import type { ProviderGrant } from '../../provider/provider'
import type { Row } from '../../vault/store'
import type { EventBody } from '../../vault/vault-event'
import { published } from '../connection-commands'
import { detailsOf, findRow, scopesOf } from '../connection-row'
import type { Dependencies } from '../dependencies'
import { providerOf } from '../find-provider'
import { heldSecret } from '../held-secret'
import type { Provisioned } from './provisioning'

export interface Person {
  subject: string
  label: string
}

const rowOf = ({ vault }: Dependencies, type: ManagedType): Row | undefined =>
  vault.store.one("SELECT * FROM connection WHERE type = ? AND managed = 1 AND status <> 'revoked' ORDER BY n DESC LIMIT 1", [
    type,
  ])

/** What is provisioned of a type, opened, and its id. A secret that does not open counts as none. */
export async function findProvisioned(
  deps: Dependencies,
  type: ManagedType,
): Promise<{ id: string; now: Provisioned } | undefined> {
  const row = rowOf(deps, type)
  if (!row) return undefined
  const id = String(row.id)
  const secret = await heldSecret(deps, id)
  const account = { id: String(row.account_id), label: String(row.account_label) }
  const now = {
    account,
    details: detailsOf(row),
    scopes: scopesOf(row),
    expiresAt: null,
    secret: secret === undefined || secret === 'damaged' ? {} : secret,
    isActive: row.status === 'active',
  }
  return { id, now }
}

/** Provisions a type for the organisation, under a new id. */
export function addManaged(deps: Dependencies, owner: Person, type: ManagedType, grant: ProviderGrant): Promise<void> {
  const { name, visibility, managed } = providerOf(deps.providers, type).description
  const { account, details, scopes } = grant
  const data = {
    type,
    name,
    visibility,
    managed,
    owner,
    account,
    details,
    scopes,
    expiresAt: null,
    reason: 'provisioned' as const,
  }
  const id = `cred_${newUlid(deps.clock.now())}`
  return write(deps, null, id, () => ({ kind: 'connection.added', record: id, data }), grant)
}

/**
 * Brings it to what the operator states, under its id. One that was broken is whole again by that, as after a Reconnect;
 * unless its new hosts wait, because then what broke is still what it consists of.
 */
export function changeManaged(
  deps: Dependencies,
  actor: Person | null,
  id: string,
  grant: ProviderGrant,
  waits: boolean,
): Promise<void> {
  const { account, details, scopes } = grant
  const facts = { account, details, scopes }
  const stated = (): EventBody => {
    const row = findRow(deps.vault, id)
    if (!row) throw new EngineError('NOT_FOUND', { connectionId: id })
    return row.status !== 'active' && !waits
      ? { kind: 'connection.reconnected', record: id, data: { ...facts, scopesBefore: scopesOf(row), expiresAt: null } }
      : { kind: 'connection.reprovisioned', record: id, data: facts }
  }
  return write(deps, actor, id, stated, grant)
}

/** The operator took it back: id and history stay, the secret is erased. */
export const withdrawManaged = (deps: Dependencies, id: string): Promise<void> =>
  write(deps, null, id, () => ({ kind: 'connection.withdrawn', record: id, data: {} }))

/** @param event decided when its turn has come: a refused client may have broken the connection a moment ago */
function write(
  deps: Dependencies,
  actor: Person | null,
  record: string,
  event: () => EventBody,
  grant?: ProviderGrant,
): Promise<void> {
  const secret = grant && deps.vault.sealSecret(record, grant.secret)
  return deps.vault.commit({
    actor,
    touches: [record],
    decide: () => {
      const body = event()
      return { events: [secret ? { body, secret } : { body }], result: () => void published(deps, record) }
    },
  })
}
