import { type LifecycleEvent, transition } from '../../../src-shared/domain/lifecycle'
import type { ConnectionStatus, StatusReason } from '../../../src-shared/domain/status'
import type { Row } from '../vault/store'
import type { StatusMove } from '../vault/vault-event'

/** Where an event moves a connection, or null where the lifecycle says that it stays as it is. */
export function statusMove(row: Row, event: LifecycleEvent): StatusMove | null {
  const next = transition(
    {
      status: row.status as ConnectionStatus,
      reason: row.status_reason as StatusReason,
      managed: row.managed === 1,
      beforeSuspension: (row.before_suspension as ConnectionStatus | null) ?? undefined,
    },
    event,
  )
  return next.kind === 'changed' ? { status: next.status, reason: next.reason } : null
}
