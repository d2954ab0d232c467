import * as oauth from 'oauth4webapi'
import { EngineError } from '../error'
import type { Fetch } from '../port'
import type { CodeFlow, OAuthDeclaration } from './declaration'
import { isLoopback } from './loopback'
import { providerFailure } from './provider-failure'

/** A token endpoint's answer (RFC 6749, section 5.1). */
export interface TokenAnswer {
  accessToken: string
  refreshToken?: string | undefined
  /** Undefined where the provider leaves it out, which means "as asked". */
  scopes?: string[] | undefined
  expiresInSeconds?: number | undefined
  /** All of it, for what a provider adds. Holds the tokens. */
  body: Record<string, unknown>
}

/**
 * Exchanges the code of a provider's redirect for tokens (RFC 6749, section 4.1.3), after checking its `state` and, where
 * given, its `iss` (RFC 9207) once more. `fetch` must be bounded.
 * Rejects with `PROVIDER_ERROR` (the provider's code, or `malformed_answer`) or `PROVIDER_TIMEOUT`.
 */
export async function redeemCode(
  declaration: OAuthDeclaration,
  fetch: Fetch,
  flow: CodeFlow,
  callback: URLSearchParams,
): Promise<TokenAnswer> {
  const server = { issuer: new URL(declaration.authorizeUrl).origin, token_endpoint: declaration.tokenUrl }
  const client = { client_id: flow.app.clientId }
  try {
    const parameters = oauth.validateAuthResponse(server, client, callback, flow.state)
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      clientAuthentication(declaration, flow.app),
      parameters,
      flow.redirectUri,
      declaration.pkce ? flow.codeVerifier : oauth.nopkce,
      {
        [oauth.customFetch]: (url, init) => conformingFetch(declaration, fetch)(url, init),
        // The bounded fetch has the same rule for every request, not only for these.
        [oauth.allowInsecureRequests]: isLoopback(declaration.tokenUrl),
      },
    )
    const body = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      recognizedTokenTypes: Object.fromEntries(declaration.bearerTokenTypes.map((type) => [type, () => undefined])),
    })
    return {
      accessToken: body.access_token,
      refreshToken: body.refresh_token,
      scopes: body.scope?.split(declaration.scopeSeparator).filter((scope) => scope !== ''),
      expiresInSeconds: body.expires_in,
      body,
    }
  } catch (error) {
    throw asEngineError(error, [flow.app.clientSecret ?? '', flow.codeVerifier, flow.state, callback.get('code') ?? ''])
  }
}

const authenticate = {
  client_secret_post: oauth.ClientSecretPost,
  client_secret_basic: oauth.ClientSecretBasic,
}

/** A public client only names itself (RFC 6749, section 2.1). */
const clientAuthentication = (declaration: OAuthDeclaration, { clientSecret }: CodeFlow['app']): oauth.ClientAuth =>
  clientSecret === undefined ? oauth.None() : authenticate[declaration.clientAuthentication](clientSecret)

function conformingFetch(declaration: OAuthDeclaration, fetch: Fetch): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init)
    // Sent beside the error of a 401 (RFC 6749, section 5.2); it says less than the error, and would be read instead of it.
    answer.headers.delete('www-authenticate')
    return declaration.conform === undefined ? answer : declaration.conform(answer)
  }
}

/** The library's errors quote the answer, tokens included, as their cause: only a code leaves here. */
function asEngineError(error: unknown, sent: readonly string[]): EngineError {
  if (error instanceof EngineError) return error
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError)
    return providerFailure(error.error, sent)
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    return providerFailure('malformed_answer')
  return new EngineError('INTERNAL')
}
