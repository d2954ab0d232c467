import { EngineError } from '../error'
import type { ProviderTest } from './provider'

/** Slack's codes for a token that no longer exists. Source: https://docs.slack.dev/reference/methods/auth.test */
const gone: ReadonlySet<unknown> = new Set(['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive'])

/** Whether an error says that the token is not there any more. */
export const isGone = (error: unknown): boolean => error instanceof EngineError && gone.has(error.data.providerError)

/**
 * The result of a test that ended with an error. Only a code that speaks of the token is a rejection: a Slack that is down,
 * slow or rate limiting says nothing about the connection. Throws what is no answer of the provider.
 */
export function testFailure(error: unknown): ProviderTest {
  if (!(error instanceof EngineError)) throw error
  const { code, data } = error
  if (code === 'PROVIDER_TIMEOUT') return { result: 'failure', rejected: false, error: 'Slack did not answer in time.' }
  if (code !== 'PROVIDER_ERROR') throw error
  if (data.providerError === 'unreachable') return { result: 'failure', rejected: false, error: 'Slack could not be reached.' }
  // An empty token is `not_authed`: useless for good, but nothing that a revoke may take for "already gone".
  const rejected = isGone(error) || data.providerError === 'not_authed'
  return {
    result: 'failure',
    rejected,
    error: `${rejected ? 'Slack does not accept the token' : 'Slack answered with an error'} (${data.providerError}).`,
  }
}
