import { type ConnectionStatus, StatusReason } from './status'

/**
 * Everything that can happen to a connection's status after it was added: each event is also the reason of the status it leads to. Source: "Lifecycle" in the Connect specification.
 * Refresh failures that pass by themselves change no status and are not events of this table.
 */
export const lifecycleEvents = StatusReason.exclude(['authorized', 'provisioned']).options
export type LifecycleEvent = (typeof lifecycleEvents)[number]

/** What a provider says happened. These may arrive late or twice, so one that does not apply is recorded, not refused. */
const providerEvents: ReadonlySet<LifecycleEvent> = new Set([
  'tokens_revoked',
  'app_uninstalled',
  'installation_deleted',
  'installation_suspended',
  'installation_unsuspended',
])

interface Rule {
  from: readonly ConnectionStatus[]
  to: ConnectionStatus | 'before_suspension'
  /** Only from this reason, where the status alone does not decide. */
  onlyFromReason?: StatusReason
  onlyManaged?: true
}

const rules: Record<LifecycleEvent, Rule> = {
  reconnected: { from: ['active', 'needs_reauth', 'uninstalled', 'revoked', 'error'], to: 'active' },
  tokens_revoked: { from: ['active', 'error'], to: 'needs_reauth' },
  invalid_grant: { from: ['active', 'error'], to: 'needs_reauth' },
  refresh_outcome_unknown: { from: ['active'], to: 'needs_reauth' },
  rejected_by_provider: { from: ['active'], to: 'needs_reauth' },
  app_uninstalled: { from: ['active', 'needs_reauth', 'error'], to: 'uninstalled' },
  installation_deleted: { from: ['active', 'needs_reauth', 'error'], to: 'uninstalled' },
  installation_suspended: { from: ['active', 'needs_reauth'], to: 'error' },
  installation_unsuspended: { from: ['error'], to: 'before_suspension', onlyFromReason: 'installation_suspended' },
  refresh_failed: { from: ['active'], to: 'error' },
  // Of the vault's own: what it would be used with is in no file that opens.
  secret_lost: { from: ['active', 'error'], to: 'needs_reauth' },
  removed_by_user: { from: ['active', 'needs_reauth', 'uninstalled', 'error'], to: 'revoked' },
  // From `error` too, which the specification leaves out: a client that was refused can be withdrawn like any other.
  withdrawn_by_operator: { from: ['active', 'error'], to: 'revoked', onlyManaged: true },
}

export interface LifecycleState {
  status: ConnectionStatus
  reason: StatusReason
  managed: boolean
  /** The status an installation had when it was suspended. */
  beforeSuspension?: ConnectionStatus
}

export type Transition =
  | { kind: 'changed'; status: ConnectionStatus; reason: StatusReason }
  /** A provider event that does not apply: recorded once in the history, changes nothing. */
  | { kind: 'ignored' }
  /** A pair the table does not have and no provider sent: a defect in the caller. */
  | { kind: 'refused' }

/** The next status, from the table alone. Pure. */
export function transition(state: LifecycleState, event: LifecycleEvent): Transition {
  const rule = rules[event]
  const applies =
    rule.from.includes(state.status) &&
    (rule.onlyFromReason === undefined || rule.onlyFromReason === state.reason) &&
    (rule.onlyManaged === undefined || state.managed) &&
    (event !== 'removed_by_user' || !state.managed)
  if (!applies) return { kind: providerEvents.has(event) ? 'ignored' : 'refused' }
  const status = rule.to === 'before_suspension' ? (state.beforeSuspension ?? 'active') : rule.to
  return { kind: 'changed', status, reason: event }
}
