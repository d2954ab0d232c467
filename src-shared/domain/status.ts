import { z } from 'zod'

export const ConnectionStatus = z.enum(['active', 'needs_reauth', 'uninstalled', 'revoked', 'error'])
export type ConnectionStatus = z.infer<typeof ConnectionStatus>

/** Live connections count on the directory card; the others are dormant. */
export const isLive = (status: ConnectionStatus): boolean => status === 'active' || status === 'needs_reauth'

/** Stands in "Needs attention": what broke and can be mended. What a person removed is as they want it. */
export const needsAttention = (status: ConnectionStatus): boolean => status !== 'active' && status !== 'revoked'

export const StatusReason = z.enum([
  'authorized',
  'provisioned',
  'reconnected',
  'tokens_revoked',
  'invalid_grant',
  'refresh_outcome_unknown',
  'rejected_by_provider',
  'app_uninstalled',
  'installation_deleted',
  'installation_suspended',
  'installation_unsuspended',
  'refresh_failed',
  'removed_by_user',
  'withdrawn_by_operator',
])
export type StatusReason = z.infer<typeof StatusReason>

/** The sentence a person reads beside the status. */
export const statusSentence: Record<StatusReason, string> = {
  authorized: 'Authorized and ready to use.',
  provisioned: 'Provided by your organisation and ready to use.',
  reconnected: 'Reconnected and ready to use.',
  tokens_revoked: 'The provider revoked its tokens. Reconnect to use it again.',
  invalid_grant: 'The provider no longer accepts its refresh token. Reconnect to use it again.',
  refresh_outcome_unknown: 'A refresh lost its answer and the provider refused the retry. Reconnect to use it again.',
  rejected_by_provider: 'The provider refused its token. Reconnect to use it again.',
  app_uninstalled: 'The app was uninstalled at the provider. Add it again, or reconnect.',
  installation_deleted: 'The installation was deleted at the provider. Add it again, or reconnect.',
  installation_suspended: 'The installation is suspended at the provider.',
  installation_unsuspended: 'The installation is no longer suspended.',
  refresh_failed: 'A refresh failed for good. Reconnect; if it persists, contact support.',
  removed_by_user: 'Removed here. Add or pick a different connection; Reconnect brings this one back.',
  withdrawn_by_operator: 'Withdrawn by your operator.',
}
