import type { AuditEntry } from '../../../src-shared/contract/audit'
import { auditGroupOf } from '../../../src-shared/domain/audit-group'
import { ConnectionId } from '../../../src-shared/domain/identifiers'
import type { VaultEvent } from '../vault/vault-event'
import type { RecordLabels } from './labels'
import { auditSentence } from './sentence'

export function auditEntry(event: VaultEvent, labels: RecordLabels): AuditEntry {
  const { sequence, at, kind, actor, record } = event
  const { subject, type } = labels.of(record)
  return {
    ...{ sequence, at, kind, group: auditGroupOf(kind), actor, record, subject, type },
    connectionId: ConnectionId.safeParse(record).data ?? null,
    message: auditSentence(event),
  }
}
