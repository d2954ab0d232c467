import type { CredentialTypeKey } from '../../../../src-shared/domain/credential-type'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { refreshTokens } from '../../oauth/token-endpoint'
import type { Fetch } from '../../port'
import { notAsked } from '../not-asked'
import type { Held, Provider, ProviderApp, RefreshStep } from '../provider'
import { heldApp } from './held-app'
import { tokensToStore } from './stored-tokens'

const MARGIN_MS = 60_000

type Refresh = NonNullable<Provider['refresh']>

/**
 * The refresh of a plain OAuth 2.0 provider (RFC 6749, section 6): one request, when less than a minute is left, for a
 * connection that has a refresh token. Such a token is taken for one that rotates, as it should (RFC 9700, section 4.14).
 * Throws `PROVIDER_APP_MISSING` before there is anything to send.
 * @param fetch bounded
 * @param now milliseconds since the epoch
 */
export function tokenRefresh(
  type: CredentialTypeKey,
  declare: (app: ProviderApp) => OAuthDeclaration | Promise<OAuthDeclaration>,
  fetch: Fetch,
  now: () => number,
): Refresh {
  const stepWith = (app: ProviderApp): RefreshStep => ({
    spends: ({ secret }) => secret.refreshToken,
    async send({ secret }) {
      const declaration = await Promise.resolve(declare(app)).catch(notAsked)
      const answer = await refreshTokens(declaration, fetch, app, secret.refreshToken ?? '')
      return tokensToStore(answer, now(), secret)
    },
  })
  return (held, at, force) => {
    if (held.secret.refreshToken === undefined || !(force || isDue(held, at))) return []
    return [stepWith(heldApp(held, type))]
  }
}

const isDue = ({ expiresAt }: Held, at: number): boolean => expiresAt !== null && expiresAt - at < MARGIN_MS
