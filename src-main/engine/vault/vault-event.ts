import type { ConnectionDetails } from '../../../src-shared/contract/connection'
import type { Settings } from '../../../src-shared/contract/settings'
import type { DrillReport } from '../../../src-shared/contract/vault'
import type { DamageReport, Rollback } from '../../../src-shared/contract/vault-damage'
import type { CredentialTypeKey, Visibility } from '../../../src-shared/domain/credential-type'
import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import type { ConnectionStatus, StatusReason } from '../../../src-shared/domain/status'
import type { RecipeEventBody } from './recipe-event'

interface Person {
  subject: string
  label: string
}

/** A status that an event leads to. Part of that event, so that no half of it can be cut off. */
export interface StatusMove {
  status: ConnectionStatus
  reason: StatusReason
}

/** What happened to one record. Facts only, never a secret: events outlive the secrets they speak of. */
export type EventBody =
  | RecipeEventBody
  | { kind: 'vault.created'; record: 'vault'; data: { vaultId: string; demo: boolean } }
  | {
      /** A way to open the vault came, changed or went. */
      kind: 'vault.slot_changed'
      record: 'vault'
      data: { slot: 'password' | 'recovery' | 'device'; change: 'made' | 'replaced' | 'removed' }
    }
  | {
      /** A new key-encryption key wraps the data keys of new secrets (`started`), or those of all (`finished`). */
      kind: 'vault.keys_rotated'
      record: 'vault'
      data: { version: number; change: 'started' | 'finished' }
    }
  | {
      /** Written to a file: how many of each, never what. `unreadable`: their secrets did not open. */
      kind: 'vault.exported'
      record: 'vault'
      data: { form: 'sealed' | 'plain'; connections: number; apps: number; unreadable: number }
    }
  | {
      /** An export was taken in; closes the group of what was added. */
      kind: 'vault.imported'
      record: 'vault'
      data: { connections: number; apps: number; skipped: number; refused: number }
    }
  | { kind: 'vault.drilled'; record: 'vault'; data: DrillReport }
  | {
      /** Files that did not read whole, or secrets that did not open, and what came of it. */
      kind: 'vault.salvaged'
      record: 'vault'
      data: DamageReport
    }
  | { kind: 'vault.damage_acknowledged'; record: 'vault'; data: Record<string, never> }
  | {
      /** The vault is not where this computer last saw it. */
      kind: 'vault.rolled_back'
      record: 'vault'
      data: Rollback
    }
  | { kind: 'vault.copy_accepted'; record: 'vault'; data: Record<string, never> }
  | {
      /** Of the settings, those that changed. A later version may know other names and values: none is refused. */
      kind: 'settings.changed'
      record: 'vault'
      data: Partial<Settings>
    }
  | {
      kind: 'connection.added'
      record: string
      data: {
        type: CredentialTypeKey
        name: string
        visibility: Visibility
        managed: boolean
        owner: Person
        account: { id: string; label: string }
        details: ConnectionDetails
        scopes: string[]
        expiresAt: string | null
        reason: 'authorized' | 'provisioned'
      }
    }
  | {
      kind: 'connection.reconnected'
      record: string
      data: {
        account: { id: string; label: string }
        details: ConnectionDetails
        scopes: string[]
        scopesBefore: string[]
        expiresAt: string | null
        /** Where it went by the name of the account that it had before. */
        name?: string
      }
    }
  | { kind: 'connection.renamed'; record: string; data: { name: string; nameBefore: string } }
  | {
      kind: 'connection.tested'
      record: string
      data: {
        result: 'success' | 'failure'
        error: string | null
        moved: StatusMove | null
        /** What changed at the provider since the facts were written down. */
        details?: ConnectionDetails
      }
    }
  | {
      /** Said by the provider. `moved` is null where it did not apply: recorded, and nothing changed. */
      kind: 'connection.provider_event'
      record: string
      data: {
        event: LifecycleEvent
        deliveryId: string
        occurredAt: string
        moved: StatusMove | null
      }
    }
  | {
      /** About to send a token that the provider may take only once. Pending until one of the next two. */
      kind: 'connection.refresh_started'
      record: string
      data: { fingerprint: string }
    }
  | {
      /** New tokens. `complete` is false after a step that is not the last one: the connection is still due. */
      kind: 'connection.refreshed'
      record: string
      data: { expiresAt: string | null; scopes: string[] | null; complete: boolean }
    }
  | {
      /** `uncertain`: the provider may have taken the token, so the intent stays pending. */
      kind: 'connection.refresh_failed'
      record: string
      data: { error: string; uncertain: boolean; moved: StatusMove | null }
    }
  | {
      /** Its secret is in no file that opens. */
      kind: 'connection.secret_lost'
      record: string
      data: { moved: StatusMove | null }
    }
  | { kind: 'connection.used'; record: string; data: Record<string, never> }
  | {
      /** The operator's file says something else of a managed connection now. */
      kind: 'connection.reprovisioned'
      record: string
      data: { account: { id: string; label: string }; details: ConnectionDetails; scopes: string[] }
    }
  | {
      /** A private connection is bound to nobody any more: half an authorization, or the demo's doing. */
      kind: 'connection.binding_lost'
      record: string
      data: Record<string, never>
    }
  | { kind: 'connection.withdrawn'; record: string; data: Record<string, never> }
  | {
      /** Only what was removed can be. From here on it is in no list; its events are all there is of it. */
      kind: 'connection.purged'
      record: string
      data: Record<string, never>
    }
  | { kind: 'connection.removed'; record: string; data: { providerNotice: string | null } }
  | {
      kind: 'provider_app.set'
      record: string
      data: { clientId: string; redirectUri: string | null; signsEvents: boolean; settings?: Record<string, string> }
    }
  | { kind: 'provider_app.removed'; record: string; data: Record<string, never> }

/** An event as it is in the journal. Its canonical bytes (RFC 8785) are what the hash chain is made over. */
export type VaultEvent = EventBody & {
  v: 1
  sequence: number
  /** ISO 8601, UTC. */
  at: string
  actor: Person | null
  /** Sequences of the first and the last event of a group that was written all or none; missing in the last, and outside of groups. */
  group?: { first: number; last: number }
}

/**
 * Sealed bytes that travel with an event outside its hash, so that erasing a secret breaks no chain:
 * the record's data key wrapped by the key-encryption key, and the secret under that data key.
 */
export interface SealedSecret {
  wrappedKey: Uint8Array
  sealed: Uint8Array
}

export interface JournalEntry {
  event: VaultEvent
  secret?: SealedSecret
}

const dropping: ReadonlySet<EventBody['kind']> = new Set([
  'connection.removed',
  'connection.withdrawn',
  'connection.purged',
  'provider_app.removed',
])

/** Drops the record's secret from the live state. */
export const dropsSecret = (event: EventBody): boolean => dropping.has(event.kind)
