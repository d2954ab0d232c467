import { EngineError } from '../../error'
import type { TokenAnswer } from '../../oauth/token-answer'
import type { ProviderSecret, RefreshedTokens } from '../provider'

/**
 * A token endpoint's answer as it is sealed. What was sealed before stays beside it, and so does the old refresh token where
 * no new one came.
 * @param now milliseconds since the epoch
 */
export function tokensToStore(answer: TokenAnswer, now: number, before: ProviderSecret = {}): RefreshedTokens {
  const { accessToken, refreshToken, expiresInSeconds, scopes } = answer
  return {
    secret: { ...before, accessToken, ...(refreshToken === undefined ? {} : { refreshToken }) },
    expiresAt: expiresInSeconds === undefined ? null : now + expiresInSeconds * 1000,
    scopes,
  }
}

export function storedAccessToken({ accessToken }: ProviderSecret): string {
  // Sealed and opened by us: without a token the record is not one that a provider of ours made.
  if (accessToken === undefined) throw new EngineError('INTERNAL')
  return accessToken
}
