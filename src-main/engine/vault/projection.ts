import type { ConnectionDetails } from '../../../src-shared/contract/connection'
import type { ConnectionStatus, StatusReason } from '../../../src-shared/domain/status'
import { answer, putDamage, putRollback } from './damage-notice'
import { nameKey, takeNumber, time } from './projection-values'
import { purgeConnection } from './purged-connection'
import { recipeAppliers } from './recipe-projection'
import type { Store } from './store'
import type { VaultEvent } from './vault-event'

/** Lists show live connections first, then dormant ones, then those that were removed. */
const rankOf = (status: ConnectionStatus): number =>
  status === 'revoked' ? 2 : status === 'active' || status === 'needs_reauth' ? 0 : 1

/** Names one delivery for one connection. */
export const deliveryKey = (deliveryId: string, record: string): string => `${deliveryId}:${record}`

/** The record number of a provider app's type; connections have their id for a record. */
export const providerAppRecord = (type: string): string => `app:${type}`

/** An event of one of these kinds. */
export type Of<Kind extends VaultEvent['kind']> = VaultEvent & { kind: Kind }
/** What events are applied to. */
export interface Tables {
  store: Store
}

export type Applier<Kind extends VaultEvent['kind']> = (tables: Tables, event: Of<Kind>, at: number) => void
type Appliers = { [Kind in VaultEvent['kind']]: Applier<Kind> }

/** False for what a later version of this program has written. */
export const knowsEvent = (event: VaultEvent): boolean => event.v === 1 && Object.hasOwn(appliers, event.kind)

/** Brings the tables up to an event. The one way they ever change, in use and at replay alike. */
export function applyEvent(tables: Tables, event: VaultEvent): void {
  const apply = appliers[event.kind] as (tables: Tables, event: VaultEvent, at: number) => void
  apply(tables, event, Date.parse(event.at))
}

const appliers: Appliers = {
  ...recipeAppliers,
  'vault.created': () => undefined,
  'vault.slot_changed': () => undefined,
  'vault.keys_rotated': () => undefined,
  'vault.exported': () => undefined,
  'vault.imported': () => undefined,
  'vault.drilled': ({ store }, { data }) => {
    store.run('INSERT OR REPLACE INTO last_drill (one, report) VALUES (1, ?)', [JSON.stringify(data)])
  },
  'vault.salvaged': ({ store }, { data }) => putDamage(store, data),
  'vault.damage_acknowledged': ({ store }, _, at) => answer(store, 'damage', at),
  'vault.rolled_back': ({ store }, { data }) => putRollback(store, data),
  'vault.copy_accepted': ({ store }, _, at) => answer(store, 'rollback', at),
  'settings.changed': ({ store }, { data }) => {
    for (const [name, value] of Object.entries(data))
      store.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', [name, JSON.stringify(value)])
  },
  'connection.added': addConnection,
  'connection.reconnected': ({ store }, { record, data }, at) => {
    store.run(
      `UPDATE connection SET account_id = ?, account_label = ?, details = ?, scopes = ?, expires_at = ?, authorized_at = ?,
         refresh_failure_count = 0, distressed = 0, refresh_intent = NULL, removed_sequence = NULL, binding_lost = 0 WHERE id = ?`,
      [
        data.account.id,
        data.account.label,
        JSON.stringify(data.details),
        data.scopes.join(' '),
        time(data.expiresAt),
        at,
        record,
      ],
    )
    if (data.name !== undefined) setName(store, record, data.name)
    setStatus(store, record, 'active', 'reconnected', at)
  },
  'connection.renamed': ({ store }, { record, data }) => {
    store.run('UPDATE connection SET name = ?, name_key = ?, version = version + 1 WHERE id = ?', [
      data.name,
      nameKey(data.name),
      record,
    ])
  },
  'connection.tested': ({ store }, { record, data }, at) => {
    store.run(
      'UPDATE connection SET last_test_at = ?, last_test_result = ?, last_test_error = ?, version = version + 1 WHERE id = ?',
      [at, data.result, data.error, record],
    )
    if (data.details) setDetails(store, record, data.details)
    if (data.moved) setStatus(store, record, data.moved.status, data.moved.reason, at)
  },
  'connection.provider_event': ({ store }, { record, data }, at) => {
    // A delivery as old as a day is refused by its timestamp. GitHub's have none: theirs are remembered for good.
    store.run("DELETE FROM delivery WHERE at < ? AND id NOT LIKE 'githubApi:%'", [at - 86_400_000])
    store.run('INSERT OR IGNORE INTO delivery (id, at) VALUES (?, ?)', [deliveryKey(data.deliveryId, record), at])
    if (data.moved) setStatus(store, record, data.moved.status, data.moved.reason, at)
  },
  'connection.refresh_started': ({ store }, { record, data }) => {
    store.run('UPDATE connection SET refresh_intent = ? WHERE id = ?', [data.fingerprint, record])
  },
  'connection.refreshed': ({ store }, { record, data }, at) => {
    store.run('UPDATE connection SET refresh_intent = NULL WHERE id = ?', [record])
    if (!data.complete) return
    store.run(
      `UPDATE connection SET expires_at = ?, scopes = coalesce(?, scopes), last_refresh_at = ?, refresh_failure_count = 0,
         distressed = 0, version = version + 1 WHERE id = ?`,
      [time(data.expiresAt), data.scopes?.join(' ') ?? null, at, record],
    )
  },
  'connection.refresh_failed': ({ store }, { record, data }, at) => {
    store.run(
      `UPDATE connection SET refresh_intent = iif(?, refresh_intent, NULL), refresh_failure_count = refresh_failure_count + 1,
         distressed = 1, version = version + 1 WHERE id = ?`,
      [data.uncertain ? 1 : 0, record],
    )
    if (data.moved) setStatus(store, record, data.moved.status, data.moved.reason, at)
  },
  'connection.secret_lost': ({ store }, { record, data }, at) => {
    store.run('UPDATE connection SET refresh_intent = NULL WHERE id = ?', [record])
    if (data.moved) setStatus(store, record, data.moved.status, data.moved.reason, at)
  },
  'connection.used': ({ store }, { record }, at) => {
    store.run('UPDATE connection SET last_used_at = ? WHERE id = ?', [at, record])
  },
  'connection.reprovisioned': ({ store }, { record, data }, at) => {
    // As an authorization: tokens that were made with what it consisted of before are not used any more.
    store.run(
      `UPDATE connection SET account_id = ?, account_label = ?, details = ?, scopes = ?, authorized_at = ?,
         refresh_failure_count = 0, distressed = 0, version = version + 1 WHERE id = ?`,
      [data.account.id, data.account.label, JSON.stringify(data.details), data.scopes.join(' '), at, record],
    )
  },
  'connection.binding_lost': ({ store }, { record }) => {
    store.run('UPDATE connection SET binding_lost = 1, version = version + 1 WHERE id = ?', [record])
  },
  'connection.withdrawn': ({ store }, { record, sequence }, at) => {
    store.run('UPDATE connection SET removed_sequence = ? WHERE id = ?', [sequence, record])
    setStatus(store, record, 'revoked', 'withdrawn_by_operator', at)
  },
  'connection.purged': ({ store }, { record }) => purgeConnection(store, record),
  'connection.removed': ({ store }, { record, sequence }, at) => {
    store.run('UPDATE connection SET removed_sequence = ?, refresh_intent = NULL WHERE id = ?', [sequence, record])
    setStatus(store, record, 'revoked', 'removed_by_user', at)
  },
  'provider_app.set': setProviderApp,
  'provider_app.removed': ({ store }, { record }, at) => {
    store.run(
      "UPDATE provider_app SET client_id = NULL, redirect_uri = NULL, signs_events = 0, settings = '{}', updated_at = ? WHERE type = ?",
      [at, record.slice('app:'.length)],
    )
  },
}

function addConnection({ store }: Tables, event: Of<'connection.added'>, at: number): void {
  const { data } = event
  store.run(
    `INSERT INTO connection (n, id, type, name, visibility, managed, status, status_reason, status_at, account_id, account_label,
       details, owner_subject, owner_label, scopes, added_at, authorized_at, expires_at, version, rank, name_key)
     VALUES (?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?)`,
    [
      takeNumber(store),
      event.record,
      data.type,
      data.name,
      data.visibility,
      data.managed ? 1 : 0,
      data.reason,
      at,
      data.account.id,
      data.account.label,
      JSON.stringify(data.details),
      data.owner.subject,
      data.owner.label,
      data.scopes.join(' '),
      at,
      at,
      time(data.expiresAt),
      nameKey(data.name),
    ],
  )
}

function setName(store: Store, id: string, name: string): void {
  store.run('UPDATE connection SET name = ?, name_key = ? WHERE id = ?', [name, nameKey(name), id])
}

function setDetails(store: Store, id: string, details: ConnectionDetails): void {
  store.run('UPDATE connection SET details = ? WHERE id = ?', [JSON.stringify(details), id])
}

function setStatus(store: Store, id: string, status: ConnectionStatus, reason: StatusReason, at: number): void {
  store.run(
    `UPDATE connection SET before_suspension = iif(? = 'installation_suspended', status, NULL), status = ?, status_reason = ?,
       status_at = ?, rank = ?, version = version + 1 WHERE id = ?`,
    [reason, status, reason, at, rankOf(status), id],
  )
  if (reason === 'installation_suspended' || reason === 'installation_unsuspended') {
    const suspended = reason === 'installation_suspended' ? 'true' : 'false'
    store.run("UPDATE connection SET details = json_set(details, '$.suspended', json(?)) WHERE id = ?", [suspended, id])
  }
}

function setProviderApp({ store }: Tables, event: Of<'provider_app.set'>, at: number): void {
  const type = event.record.slice('app:'.length)
  const known = store.one('SELECT n FROM provider_app WHERE type = ?', [type])
  const { clientId, redirectUri, signsEvents, settings = {} } = event.data
  store.run(
    `INSERT OR REPLACE INTO provider_app (type, n, client_id, redirect_uri, signs_events, settings, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [type, known?.n ?? takeNumber(store), clientId, redirectUri, signsEvents ? 1 : 0, JSON.stringify(settings), at],
  )
}
