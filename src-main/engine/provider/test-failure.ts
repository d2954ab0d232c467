import type { LifecycleEvent } from '../../../src-shared/domain/lifecycle'
import { EngineError } from '../error'
import type { ProviderTest } from './provider'

/**
 * The result of a test that ended with an error. Only a code that speaks of the token or the installation says that
 * something happened: a provider that is down, slow or rate limiting says nothing about the connection. Throws what is no
 * answer of the provider.
 * @param meaning what a code of this provider says happened, if anything
 */
export function testFailure(
  provider: string,
  error: unknown,
  meaning: (code: string) => LifecycleEvent | undefined,
): ProviderTest {
  if (!(error instanceof EngineError)) throw error
  const { code, data } = error
  if (code === 'PROVIDER_TIMEOUT') return { result: 'failure', error: `${provider} did not answer in time.` }
  if (code !== 'PROVIDER_ERROR') throw error
  const said = data.providerError ?? 'unknown_error'
  if (said === 'unreachable') return { result: 'failure', error: `${provider} could not be reached.` }
  if (said === 'missing_scope') return missingScope(provider)
  const event = meaning(said)
  const { retryAfterSeconds } = data
  return {
    result: 'failure',
    event,
    error: `${event ? `${provider} does not accept the connection any more` : `${provider} answered with an error`} (${said}).`,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

const missingScope = (provider: string): ProviderTest => ({
  result: 'failure',
  isMissingScope: true,
  error: `${provider} asks for a scope that this connection was not given (missing_scope). Reconnect: it asks for the missing scopes, and keeps the connection.`,
})
