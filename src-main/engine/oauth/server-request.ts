import * as oauth from 'oauth4webapi'
import { EngineError } from '../error'
import type { Fetch } from '../port'
import type { OAuthClient, TokenDeclaration } from './declaration'
import { isLoopback } from './loopback'
import { providerFailure } from './provider-failure'
import { retryAfter } from './retry-after'

/** One request to an authorization server, in the terms of the library that makes it. */
export interface ServerRequest {
  server: oauth.AuthorizationServer
  client: oauth.Client
  authentication: oauth.ClientAuth
  options: { [oauth.customFetch]: Fetch; [oauth.allowInsecureRequests]: boolean }
  recognizedTokenTypes: oauth.RecognizedTokenTypes
}

/**
 * @param url the endpoint asked
 * @param sent secrets of the request, which no error quotes
 * @param idTokenIsRead whether an id token in the answer is checked; otherwise it is taken out before anybody sees it
 */
export function serverRequest(
  declaration: TokenDeclaration,
  fetch: Fetch,
  app: OAuthClient,
  url: string,
  { sent, idTokenIsRead = false }: { sent: readonly string[]; idTokenIsRead?: boolean },
): ServerRequest {
  const { issuer, tokenUrl, revokeUrl, idTokenAlgorithms, bearerTokenTypes } = declaration
  return {
    server: {
      issuer: issuer ?? new URL(tokenUrl).origin,
      token_endpoint: tokenUrl,
      ...(revokeUrl === undefined ? {} : { revocation_endpoint: revokeUrl }),
      ...(idTokenAlgorithms === undefined ? {} : { id_token_signing_alg_values_supported: [...idTokenAlgorithms] }),
    },
    client: { client_id: app.clientId },
    authentication: clientAuthentication(declaration, app),
    options: {
      [oauth.customFetch]: async (to, init) => {
        const answer = await fetch(to, init)
        const conform = declaration.conform === undefined ? answer : await declaration.conform(answer)
        if (conform.status >= 400 || (url === tokenUrl && (await isRefusal(conform)))) throw await refusal(conform, sent)
        return idTokenIsRead ? conform : withoutIdToken(conform)
      },
      // The bounded fetch has the same rule for every request, not only for these.
      [oauth.allowInsecureRequests]: isLoopback(url),
    },
    recognizedTokenTypes: Object.fromEntries(bearerTokenTypes.map((type) => [type, () => undefined])),
  }
}

const authenticate = {
  client_secret_post: oauth.ClientSecretPost,
  client_secret_basic: oauth.ClientSecretBasic,
}

const clientAuthentication = (declaration: TokenDeclaration, { clientSecret }: OAuthClient): oauth.ClientAuth =>
  clientSecret === undefined ? oauth.None() : authenticate[declaration.clientAuthentication](clientSecret)

/** Some servers refuse with a status that says that all is well (GitHub's, for one): the error code decides. */
async function isRefusal(answer: Response): Promise<boolean> {
  const said = await jsonObject(answer.clone())
  return typeof said?.error === 'string' && said.error !== '' && said.access_token === undefined
}

/** The OAuth error code of a refusal (RFC 6749, section 5.2), whatever its media type; the bare status where there is none. */
async function refusal(answer: Response, sent: readonly string[]): Promise<EngineError> {
  const said = await jsonObject(answer)
  const hasCode = typeof said?.error === 'string' && said.error !== ''
  return providerFailure(hasCode ? said.error : `http_${answer.status}`, sent, retryAfter(answer.headers))
}

/** One that nobody asked for, or that cannot be checked for want of an issuer, must not fail the answer it came with. */
async function withoutIdToken(answer: Response): Promise<Response> {
  const body = await jsonObject(answer.clone())
  if (body?.id_token === undefined) return answer
  const { id_token: _, ...rest } = body
  return Response.json(rest, { status: answer.status })
}

async function jsonObject(answer: Response): Promise<Record<string, unknown> | undefined> {
  const json: unknown = await answer.json().catch(() => undefined)
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : undefined
}

/** The library's errors quote the answer, tokens included, as their cause: only a code leaves here. */
export function asEngineError(error: unknown, sent: readonly string[]): EngineError {
  if (error instanceof EngineError) return error
  if (error instanceof oauth.AuthorizationResponseError) return providerFailure(error.error, sent)
  if (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError ||
    error instanceof oauth.WWWAuthenticateChallengeError
  )
    return providerFailure('malformed_answer')
  return new EngineError('INTERNAL')
}
