import { EngineError } from '../error'
import { providerFailure } from '../oauth/provider-failure'

/**
 * For a server that does not say where its token endpoint is: the token was not sent, whatever became of asking for that, so
 * it is no answer about the token.
 */
export function notAsked(error: unknown): never {
  if (!(error instanceof EngineError)) throw error
  throw providerFailure('temporarily_unavailable', [], error.data.retryAfterSeconds)
}
