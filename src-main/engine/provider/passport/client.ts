import { passportWords } from '../../../../src-shared/words/en/passport'
import { EngineError, invalidInput } from '../../error'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { discover } from '../../oauth/discovery'
import { isSafeEndpoint } from '../../oauth/endpoint-url'
import { isLoopback } from '../../oauth/loopback'
import type { Fetch } from '../../port'
import type { ProviderApp } from '../provider'
import { passportDescription } from './description'

const type = passportDescription.type

/** What Passports are made and refreshed with. */
export interface PassportContext {
  /** Bounded. */
  fetch: Fetch
  /** Milliseconds since the epoch. */
  now(): number
  loginHintParameter: string | undefined
}

/** The registered client, and the two servers it belongs to. Throws `PROVIDER_APP_MISSING`: entering it is the way out. */
export function clientOf(app: ProviderApp | undefined): { app: ProviderApp; issuer: string; identityUrl: string } {
  const { issuer, identityUrl } = app?.fields ?? {}
  if (app === undefined || issuer === undefined || identityUrl === undefined)
    throw new EngineError('PROVIDER_APP_MISSING', { type })
  return { app, issuer, identityUrl }
}

/** Throws `INVALID_INPUT` for an address that no token may be sent to. */
export function checkPassportApp({ fields }: ProviderApp): void {
  const { issuer = '', identityUrl = '' } = fields
  if (!isSafeEndpoint(issuer, { allowLoopback: true }) || issuer.includes('?'))
    throw invalidInput('issuer', passportWords.mustBeginHttpsHave)
  // What signs in somewhere else has no business on this machine.
  if (!isSafeEndpoint(identityUrl, { allowLoopback: isLoopback(issuer) }))
    throw invalidInput('identityUrl', passportWords.mustBeginHttpsHaveNo)
}

/** Its authorization server as that says of itself, with where it is asked who a token is of. */
export async function declarationOf(
  { fetch, now, loginHintParameter }: PassportContext,
  issuer: string,
): Promise<OAuthDeclaration & { userinfoUrl: string | undefined }> {
  const server = await discover(fetch, issuer, now)
  return {
    ...server,
    userinfoUrl: server.userinfoUrl,
    scopes: passportDescription.scopes.map(({ name }) => name),
    scopeSeparator: ' ',
    pkce: true,
    // Without consent there is no `offline_access` (OpenID Connect Core, section 11).
    extraParameters: { prompt: 'consent' },
    loginHintParameter,
    bearerTokenTypes: [],
    origins: [server.authorizeUrl, server.tokenUrl].map((url) => new URL(url).origin),
  }
}
