import * as oauth from 'oauth4webapi'
import type { TokenDeclaration } from './declaration'

/** A token endpoint's answer (RFC 6749, section 5.1). */
export interface TokenAnswer {
  accessToken: string
  /** Undefined after a refresh: the one that was sent stays good (RFC 6749, section 6). */
  refreshToken?: string | undefined
  /** Undefined where the provider leaves it out, which means "as asked". */
  scopes?: string[] | undefined
  expiresInSeconds?: number | undefined
  /**
   * Claims of the id token, whose issuer, audience and expiry were checked; its signature need not be, because it came from
   * the token endpoint itself (OpenID Connect Core, section 3.1.3.7). There only for a code, with an `issuer` and `openid`.
   */
  idTokenClaims?: Record<string, unknown> | undefined
  /** All of it, for what a provider adds. Holds the tokens. */
  body: Record<string, unknown>
}

/** Those who are asked with commas may answer with spaces (Linear does); no scope has either in it. */
const separators = { ' ': ' ', ',': /[ ,]/ } as const

export function tokenAnswer(declaration: TokenDeclaration, body: oauth.TokenEndpointResponse): TokenAnswer {
  const claims = oauth.getValidatedIdTokenClaims(body)
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
    scopes: body.scope?.split(separators[declaration.scopeSeparator]).filter((scope) => scope !== ''),
    expiresInSeconds: body.expires_in,
    ...(claims ? { idTokenClaims: { ...claims } } : {}),
    body,
  }
}
