import { expect, test } from 'vitest'
import { type LifecycleEvent, lifecycleEvents, transition } from '../../src-shared/domain/lifecycle'
import { ConnectionStatus } from '../../src-shared/domain/status'

// The specification's table, cell by cell: the status after the event; `-` for a provider event that is recorded and changes
// nothing; `x` for a pair that is a defect. Columns: active, needs_reauth, uninstalled, revoked, error.
const table: Record<LifecycleEvent, string> = {
  reconnected: 'active active active active active',
  tokens_revoked: 'needs_reauth - - - needs_reauth',
  invalid_grant: 'needs_reauth x x x needs_reauth',
  refresh_outcome_unknown: 'needs_reauth x x x x',
  rejected_by_provider: 'needs_reauth x x x x',
  app_uninstalled: 'uninstalled uninstalled - - uninstalled',
  installation_deleted: 'uninstalled uninstalled - - uninstalled',
  installation_suspended: 'error error - - -',
  installation_unsuspended: '- - - - -',
  refresh_failed: 'error x x x x',
  secret_lost: 'needs_reauth x x x needs_reauth',
  removed_by_user: 'revoked revoked revoked x revoked',
  withdrawn_by_operator: 'x x x x x',
}

const cells = lifecycleEvents.flatMap((event) =>
  table[event].split(' ').map((outcome, index) => ({ event, status: ConnectionStatus.options[index] ?? 'active', outcome })),
)

test.each(cells)('$status on $event: $outcome', ({ event, status, outcome }) => {
  const result = transition({ status, reason: 'authorized', managed: false }, event)
  if (outcome === '-') expect(result).toEqual({ kind: 'ignored' })
  else if (outcome === 'x') expect(result).toEqual({ kind: 'refused' })
  else expect(result).toEqual({ kind: 'changed', status: outcome, reason: event })
})

test.each(['active', 'needs_reauth'] as const)(
  'an installation that was %s when suspended is so again when unsuspended',
  (before) => {
    expect(
      transition(
        { status: 'error', reason: 'installation_suspended', managed: false, beforeSuspension: before },
        'installation_unsuspended',
      ),
    ).toEqual({ kind: 'changed', status: before, reason: 'installation_unsuspended' })
  },
)

test.each(ConnectionStatus.options)(
  'a managed connection that is %s is withdrawn by its operator only while it is provisioned, and never removed by a person',
  (status) => {
    const state = { status, reason: 'provisioned' as const, managed: true }
    expect(transition(state, 'withdrawn_by_operator').kind).toBe(
      status === 'active' || status === 'error' ? 'changed' : 'refused',
    )
    expect(transition(state, 'removed_by_user')).toEqual({ kind: 'refused' })
  },
)
