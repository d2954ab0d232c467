import { EngineError } from '../../error'
import type { TokenAnswer } from '../../oauth/token-answer'
import type { ProviderSecret } from '../provider'

/** What is sealed of a Passport. */
export interface PassportTokens {
  /** Rotates: each may be exchanged once. */
  refreshToken: string
  accessToken: string
  /** Milliseconds since the epoch. */
  accessExpiresAt: number
  /** What requests carry. */
  identityToken: string
}

/** What an access token is taken to last where the server does not say (RFC 6749, section 5.1, asks it to). */
const UNSAID_SECONDS = 5 * 60

export const accessOf = ({ accessToken, expiresInSeconds = UNSAID_SECONDS }: TokenAnswer, now: number) => ({
  accessToken,
  accessExpiresAt: now + expiresInSeconds * 1000,
})

export const sealed = (tokens: PassportTokens): ProviderSecret => ({
  ...tokens,
  accessExpiresAt: String(tokens.accessExpiresAt),
})

export function opened({ refreshToken, accessToken, accessExpiresAt, identityToken }: ProviderSecret): PassportTokens {
  // Sealed and opened by us: without all of them the record is not one that this folder made.
  if (refreshToken === undefined || accessToken === undefined || identityToken === undefined) throw new EngineError('INTERNAL')
  return { refreshToken, accessToken, accessExpiresAt: Number(accessExpiresAt), identityToken }
}
