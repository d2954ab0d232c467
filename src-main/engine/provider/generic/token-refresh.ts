import type { OAuthDeclaration } from '../../oauth/declaration'
import { refreshTokens } from '../../oauth/token-endpoint'
import type { Fetch } from '../../port'
import type { Held, Provider, ProviderApp, RefreshStep } from '../provider'
import { heldApp } from './held-app'
import { tokensToStore } from './stored-tokens'

const MARGIN_MS = 60_000

type Refresh = NonNullable<Provider['refresh']>

/**
 * The refresh of a plain OAuth 2.0 provider (RFC 6749, section 6): one request, when less than a minute is left, for a
 * connection that has a refresh token. Such a token is taken for one that rotates, as it should (RFC 9700, section 4.14).
 * @param fetch bounded
 * @param now milliseconds since the epoch
 */
export function tokenRefresh(
  declare: (app: ProviderApp) => OAuthDeclaration | Promise<OAuthDeclaration>,
  fetch: Fetch,
  now: () => number,
): Refresh {
  const step: RefreshStep = {
    spends: ({ secret }) => secret.refreshToken,
    async send(held) {
      const app = heldApp(held)
      const answer = await refreshTokens(await declare(app), fetch, app, held.secret.refreshToken ?? '')
      return tokensToStore(answer, now(), held.secret)
    },
  }
  return (held, at, force) => (held.secret.refreshToken !== undefined && (force || isDue(held, at)) ? [step] : [])
}

const isDue = ({ expiresAt }: Held, at: number): boolean => expiresAt !== null && expiresAt - at < MARGIN_MS
