import { z } from 'zod'
import { statusSentenceWords } from '../words/en/status-sentence'

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
  'secret_lost',
  'removed_by_user',
  'withdrawn_by_operator',
])
export type StatusReason = z.infer<typeof StatusReason>

/** The sentence a person reads beside the status. */
export const statusSentence: Record<StatusReason, string> = statusSentenceWords
