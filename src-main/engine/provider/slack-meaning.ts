import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { EngineError } from '../error'

/** Slack's codes for a token that is not good any more. Source: https://docs.slack.dev/reference/methods/auth.test */
const gone: ReadonlyMap<unknown, LifecycleEvent> = new Map([
  ['invalid_auth', 'rejected_by_provider'],
  ['token_revoked', 'tokens_revoked'],
  ['token_expired', 'rejected_by_provider'],
  // Of a bot token: its app was removed from the workspace.
  ['account_inactive', 'app_uninstalled'],
])

/** Whether an error says that the grant is not there any more. With token rotation, one outlives the token that has run out. */
export const isGone = (error: unknown): boolean =>
  error instanceof EngineError && error.data.providerError !== 'token_expired' && gone.has(error.data.providerError)

/** What one of Slack's codes says happened to the connection. */
export const slackMeaning = (code: string): LifecycleEvent | undefined =>
  // An empty token is `not_authed`: useless for good, but nothing that a revoke may take for "already gone".
  code === 'not_authed' ? 'rejected_by_provider' : gone.get(code)
