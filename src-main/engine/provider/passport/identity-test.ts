import { z } from 'zod'
import { passportWords } from '../../../../src-shared/words/en/passport'
import { EngineError } from '../../error'
import { providerFailure } from '../../oauth/provider-failure'
import { retryAfter } from '../../oauth/retry-after'
import type { Held, ProviderTest } from '../provider'
import { testFailure } from '../test-failure'
import { clientOf, declarationOf, type PassportContext } from './client'
import { exchangeIdentity } from './identity-exchange'
import { opened } from './tokens'

const Claims = z.object({ sub: z.string() })
/** A token that ended or was ended says so with one of these (RFC 6750, section 3.1). */
const refused = new Set(['invalid_token', 'http_401', 'http_403'])

/** Asks who the access token is of; a server that does not tell is asked for an identity instead. */
export async function testPassport(context: PassportContext, held: Held): Promise<ProviderTest> {
  try {
    const { issuer, identityUrl } = clientOf(held.app)
    const { accessToken } = opened(held.secret)
    const { userinfoUrl } = await declarationOf(context, issuer)
    if (userinfoUrl === undefined) {
      await exchangeIdentity(context.fetch, identityUrl, accessToken)
      return { result: 'success' }
    }
    const subject = await subjectOf(context, userinfoUrl, accessToken)
    if (subject === held.accountId) return { result: 'success' }
    return {
      result: 'failure',
      event: 'rejected_by_provider',
      error: passportWords.neurocadSaysSignIs,
    }
  } catch (error) {
    if (error instanceof EngineError && error.code === 'PROVIDER_APP_MISSING')
      return { result: 'failure', error: passportWords.thereIsNoNeurocad }
    return testFailure('Neurocad', error, (code) => (refused.has(code) ? 'rejected_by_provider' : undefined))
  }
}

/** OpenID Connect Core, section 5.3. */
async function subjectOf({ fetch }: PassportContext, userinfoUrl: string, accessToken: string): Promise<string> {
  const answer = await fetch(userinfoUrl, { headers: { authorization: `Bearer ${accessToken}` } })
  if (!answer.ok) throw providerFailure(`http_${answer.status}`, [], retryAfter(answer.headers))
  const claims = Claims.safeParse(await answer.json().catch(() => undefined)).data
  if (claims === undefined) throw providerFailure('malformed_answer')
  return claims.sub
}
