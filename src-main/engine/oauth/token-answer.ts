import * as oauth from 'oauth4webapi'
import type { TokenDeclaration } from './declaration'
import { providerFailure } from './provider-failure'

/** A token endpoint's answer (RFC 6749, section 5.1). */
export interface TokenAnswer {
  accessToken: string
  /** Undefined after a refresh: the one that was sent stays good (RFC 6749, section 6). */
  refreshToken?: string | undefined
  /** Undefined where the provider leaves it out, which means "as asked". */
  scopes?: string[] | undefined
  /** At most a hundred years. */
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

/** Tokens are printable ASCII (RFC 6749, appendices A.12 and A.17): anything else would break out of the header it goes into. */
const TOKEN = /^[\x20-\x7e]+$/
/** Section 3.3. No provider has names that are longer. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/
const MOST_SCOPES = 200
const MOST_SECONDS = 100 * 365 * 24 * 60 * 60

/** A lifetime that has an end that can be written down: RFC 3339 has four digits for a year. */
export const boundedLifetime = (seconds: number): number => Math.min(seconds, MOST_SECONDS)

/** Throws `PROVIDER_ERROR` `malformed_answer`. What is no scope is left out: it is no reason to lose tokens that rotated. */
export function tokenAnswer(declaration: TokenDeclaration, body: oauth.TokenEndpointResponse): TokenAnswer {
  const { access_token: accessToken, refresh_token: refreshToken, scope, expires_in: expiresIn } = body
  if (!TOKEN.test(accessToken) || (refreshToken !== undefined && !TOKEN.test(refreshToken)))
    throw providerFailure('malformed_answer')
  const claims = oauth.getValidatedIdTokenClaims(body)
  return {
    accessToken,
    refreshToken,
    scopes: scope === undefined ? undefined : scopesIn(scope, separators[declaration.scopeSeparator]),
    expiresInSeconds: expiresIn === undefined ? undefined : boundedLifetime(expiresIn),
    ...(claims ? { idTokenClaims: { ...claims } } : {}),
    body,
  }
}

/** Undefined where no scope is in it: one that names none was left out (RFC 6749, section 3.3 has no empty list). */
function scopesIn(scope: string, separator: string | RegExp): string[] | undefined {
  const scopes = scope.split(separator).filter((item) => SCOPE.test(item))
  return scopes.length === 0 ? undefined : scopes.slice(0, MOST_SCOPES)
}
