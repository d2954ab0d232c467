import * as oauth from 'oauth4webapi'
import type { Fetch } from '../port'
import type { CodeFlow, OAuthClient, OAuthDeclaration, TokenDeclaration } from './declaration'
import { asEngineError, serverRequest } from './server-request'
import { type TokenAnswer, tokenAnswer } from './token-answer'

// Each of these wants a bounded `fetch`, and rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`. The OAuth error code is
// the provider error; `http_401` and the like stand for a refusal without one, `malformed_answer` for what is no token answer.

/**
 * Exchanges the code of a provider's redirect for tokens (RFC 6749, section 4.1.3), after checking its `state` and its
 * `iss` (RFC 9207) once more: one of another server is refused before anything is sent.
 */
export async function redeemCode(
  declaration: OAuthDeclaration,
  fetch: Fetch,
  flow: CodeFlow,
  callback: URLSearchParams,
): Promise<TokenAnswer> {
  const sent = [flow.app.clientSecret ?? '', flow.codeVerifier, flow.state, callback.get('code') ?? '']
  const idTokenIsRead = declaration.issuer !== undefined && declaration.scopes.includes('openid')
  const request = serverRequest(declaration, fetch, flow.app, declaration.tokenUrl, { sent, idTokenIsRead })
  const { client, authentication, options } = request
  const server = {
    ...request.server,
    issuer: declaration.issuer ?? new URL(declaration.authorizeUrl).origin,
    authorization_response_iss_parameter_supported: declaration.issInResponse,
  }
  try {
    const parameters = oauth.validateAuthResponse(server, client, callback, flow.state)
    const verifier = declaration.pkce ? flow.codeVerifier : oauth.nopkce
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      parameters,
      flow.redirectUri,
      verifier,
      options,
    )
    return tokenAnswer(declaration, await oauth.processAuthorizationCodeResponse(server, client, answer, request))
  } catch (error) {
    throw asEngineError(error, sent)
  }
}

/** New tokens for a refresh token (RFC 6749, section 6). */
export async function refreshTokens(
  declaration: TokenDeclaration,
  fetch: Fetch,
  app: OAuthClient,
  refreshToken: string,
): Promise<TokenAnswer> {
  const sent = [app.clientSecret ?? '', refreshToken]
  const request = serverRequest(declaration, fetch, app, declaration.tokenUrl, { sent })
  const { server, client, authentication, options } = request
  try {
    const answer = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, options)
    return tokenAnswer(declaration, await oauth.processRefreshTokenResponse(server, client, answer, request))
  } catch (error) {
    throw asEngineError(error, sent)
  }
}

/** A token for the client itself, with the declared scopes (RFC 6749, section 4.4). */
export async function clientCredentials(declaration: TokenDeclaration, fetch: Fetch, app: OAuthClient): Promise<TokenAnswer> {
  const sent = [app.clientSecret ?? '']
  const request = serverRequest(declaration, fetch, app, declaration.tokenUrl, { sent })
  const { server, client, authentication, options } = request
  const { scopes, scopeSeparator } = declaration
  const parameters: Record<string, string> = scopes.length > 0 ? { scope: scopes.join(scopeSeparator) } : {}
  try {
    const answer = await oauth.clientCredentialsGrantRequest(server, client, authentication, parameters, options)
    return tokenAnswer(declaration, await oauth.processClientCredentialsResponse(server, client, answer, request))
  } catch (error) {
    throw asEngineError(error, sent)
  }
}
