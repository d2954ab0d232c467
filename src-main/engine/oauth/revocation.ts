import * as oauth from 'oauth4webapi'
import type { EngineError } from '../error'
import type { Fetch } from '../port'
import type { OAuthClient, TokenDeclaration } from './declaration'
import { providerFailure } from './provider-failure'
import { asEngineError, serverRequest } from './server-request'

/**
 * Ends a token (RFC 7009), and usually the whole grant with it. Resolves also for one that the server does not know (any
 * more). `fetch` must be bounded. Rejects with `PROVIDER_ERROR` (`no_revocation_endpoint` where the declaration has none) or
 * `PROVIDER_TIMEOUT`.
 */
export async function revokeToken(
  declaration: TokenDeclaration,
  fetch: Fetch,
  app: OAuthClient,
  token: string,
  hint: 'access_token' | 'refresh_token',
): Promise<void> {
  const { revokeUrl } = declaration
  if (revokeUrl === undefined) throw providerFailure('no_revocation_endpoint')
  const sent = [app.clientSecret ?? '', token]
  const { server, client, authentication, options } = serverRequest(declaration, fetch, app, revokeUrl, { sent })
  try {
    // What is refused, the fetch has thrown; section 2.2 gives the body of a good answer no meaning.
    await oauth.revocationRequest(server, client, authentication, token, {
      ...options,
      additionalParameters: { token_type_hint: hint },
    })
  } catch (error) {
    const failure = asEngineError(error, sent)
    if (!isUnknown(failure)) throw failure
  }
}

/** Section 2.2 wants 200 for a token that is not there; Google, for one, says `invalid_token`. */
const isUnknown = ({ code, data }: EngineError): boolean => code === 'PROVIDER_ERROR' && data.providerError === 'invalid_token'
