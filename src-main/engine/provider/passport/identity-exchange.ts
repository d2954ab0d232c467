import { z } from 'zod'
import { providerFailure } from '../../oauth/provider-failure'
import { retryAfter } from '../../oauth/retry-after'
import { boundedLifetime } from '../../oauth/token-answer'
import type { Fetch } from '../../port'

const Exchanged = z.object({ identity_token: z.string().min(1), expires_in: z.number().positive() })
const Refusal = z.object({ error: z.string().min(1) })

/**
 * Exchanges an access token of the sign-in for an identity token of the platform, which alone its services take.
 * @param fetch bounded
 * Rejects with `PROVIDER_TIMEOUT` or `PROVIDER_ERROR`: an error code where the platform gives one, else the bare status
 * (`http_401`), or `malformed_answer`.
 */
export async function exchangeIdentity(
  fetch: Fetch,
  identityUrl: string,
  accessToken: string,
): Promise<{ identityToken: string; expiresInSeconds: number }> {
  const answer = await fetch(identityUrl, { method: 'POST', headers: { authorization: `Bearer ${accessToken}` } })
  const json: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) {
    const code = Refusal.safeParse(json).data?.error ?? `http_${answer.status}`
    throw providerFailure(code, [accessToken], retryAfter(answer.headers))
  }
  const exchanged = Exchanged.safeParse(json).data
  if (exchanged === undefined) throw providerFailure('malformed_answer')
  return { identityToken: exchanged.identity_token, expiresInSeconds: boundedLifetime(exchanged.expires_in) }
}
