import type { ConnectionDetails, ConnectionView } from '../../../src-shared/contract/connection'
import type { Actor } from '../../../src-shared/domain/actor'
import type { CredentialTypeKey, Visibility } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { type ConnectionStatus, type StatusReason, statusSentence } from '../../../src-shared/domain/status'
import { canSee } from '../../../src-shared/domain/visibility'
import { historyWords } from '../../../src-shared/words/en/history'
import { EngineError } from '../error'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'

const SELECT = 'SELECT * FROM connection'

/** A connection's row, whoever asks; undefined when there is none. */
export const findRow = (vault: Vault, id: string): Row | undefined => vault.store.one(`${SELECT} WHERE id = ?`, [id])

/** The row, or `NOT_FOUND` where the actor may not know of it: to others a private connection does not exist. */
export function visibleRow(vault: Vault, actor: Actor, id: string): Row {
  const row = findRow(vault, id)
  const owner = { subject: String(row?.owner_subject) }
  if (!row || !canSee(actor, { visibility: row.visibility as Visibility, owner }))
    throw new EngineError('NOT_FOUND', { connectionId: id })
  return row
}

/** The projection's row as the outside sees it. Columns were written by our own events, so their types are known. */
export function toView(vault: Vault, row: Row): ConnectionView {
  return {
    id: row.id as ConnectionId,
    type: row.type as CredentialTypeKey,
    name: row.name as string,
    visibility: row.visibility as Visibility,
    managed: row.managed === 1,
    status: row.status as ConnectionStatus,
    statusReason: row.status_reason as StatusReason,
    statusMessage: statusMessage(vault, row),
    statusAt: iso(row.status_at),
    account: { id: row.account_id as string, label: row.account_label as string },
    details: detailsOf(row),
    owner: { subject: row.owner_subject as string, label: row.owner_label as string },
    scopes: scopesOf(row),
    addedAt: iso(row.added_at),
    expiresAt: isoOrNull(row.expires_at),
    lastUsedAt: isoOrNull(row.last_used_at),
    lastRefreshAt: isoOrNull(row.last_refresh_at),
    lastTestAt: isoOrNull(row.last_test_at),
    lastTestResult: row.last_test_result as ConnectionView['lastTestResult'],
    lastTestError: row.last_test_error as string | null,
    refreshFailureCount: row.refresh_failure_count as number,
    distressed: row.distressed === 1,
    version: row.version as number,
  }
}

export const scopesOf = (row: Row): string[] => String(row.scopes).split(' ').filter(Boolean)
export const detailsOf = (row: Row): ConnectionDetails => JSON.parse(String(row.details)) as ConnectionDetails

function statusMessage(vault: Vault, row: Row): string {
  const sentence = statusSentence[row.status_reason as StatusReason]
  const erasing = typeof row.removed_sequence === 'number' && vault.isBeingErased(row.removed_sequence)
  return erasing ? historyWords.secretBeingErased(sentence) : sentence
}

const iso = (milliseconds: unknown): string => new Date(Number(milliseconds)).toISOString()
const isoOrNull = (milliseconds: unknown): string | null => (typeof milliseconds === 'number' ? iso(milliseconds) : null)
