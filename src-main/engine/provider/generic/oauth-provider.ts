import type { ConnectionDetails } from '../../../../src-shared/contract/connection'
import type { TypeDescription } from '../../../../src-shared/domain/credential-type'
import { authorizationUrl } from '../../oauth/authorization-url'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { providerFailure } from '../../oauth/provider-failure'
import { revokeToken } from '../../oauth/revocation'
import type { TokenAnswer } from '../../oauth/token-answer'
import { redeemCode } from '../../oauth/token-endpoint'
import type { Fetch } from '../../port'
import { bearer } from '../injection'
import type { AuthorizationFlow, Provider, ProviderApp, ProviderSecret } from '../provider'
import { heldApp } from './held-app'
import { type Account, askIdentity, type Identity, OpenIdAccount } from './identity'
import { storedAccessToken, tokensToStore } from './stored-tokens'
import { testIdentity } from './test-identity'
import { tokenRefresh } from './token-refresh'

/** The server of a provider, and how it says whom a token stands for; undefined where nobody there can be asked. */
export interface DeclaredServer {
  oauth: OAuthDeclaration
  identity: Identity | undefined
}

/** What a plain OAuth 2.0 provider consists of. */
export interface OAuthProviderParts extends Pick<Provider, 'ownApp' | 'checkApp' | 'limitedAs' | 'manualRevoke'> {
  description: TypeDescription
  callbacks?: AuthorizationFlow['callbacks']
  /** The same for everybody, or found out from the app. */
  declare(app: ProviderApp): DeclaredServer | Promise<DeclaredServer>
  /** Where the tokens of a connection may go. */
  origins(details: ConnectionDetails): readonly string[]
  /** Facts of the app that come with the connection. */
  details?(app: ProviderApp): ConnectionDetails
  /** What of the app is sealed with the connection. */
  sealed?(app: ProviderApp): ProviderSecret
  /** The account of a connection, from the one its server named, if any. Without this, the server must name one. */
  account?(app: ProviderApp, named: Account | undefined): Account
  /** Ending one token ends all that this app has of the account. */
  endsAllOfAccount?: boolean
}

/**
 * A provider that does as RFC 6749 says, made from what is declared of it.
 * @param fetch bounded
 * @param now milliseconds since the epoch
 */
export function oauthProvider(fetch: Fetch, now: () => number, parts: OAuthProviderParts): Provider {
  const { description, declare, origins, ownApp, checkApp, limitedAs, manualRevoke } = parts
  const oauthOf = async (app: ProviderApp): Promise<OAuthDeclaration> => (await declare(app)).oauth

  async function revoke(app: ProviderApp, secret: ProviderSecret): Promise<void> {
    const { refreshToken } = secret
    // The refresh token, where there is one: with it goes what was made of it (RFC 7009, section 2.1).
    if (refreshToken !== undefined) return revokeToken(await oauthOf(app), fetch, app, refreshToken, 'refresh_token')
    return revokeToken(await oauthOf(app), fetch, app, storedAccessToken(secret), 'access_token')
  }

  async function accountOf(app: ProviderApp, { oauth, identity }: DeclaredServer, answer: TokenAnswer): Promise<Account> {
    const claimed = OpenIdAccount.safeParse(answer.idTokenClaims).data
    const named = claimed ?? (identity && (await askIdentity(fetch, identity, answer.accessToken, oauth.origins)))
    const account = parts.account ? parts.account(app, named) : named
    if (account === undefined) throw providerFailure('malformed_answer')
    return account
  }

  return {
    description,
    ownApp,
    checkApp,
    limitedAs,
    manualRevoke,
    authorization: {
      ...(parts.callbacks && { callbacks: parts.callbacks }),
      url: async (request) => authorizationUrl(await oauthOf(request.app), request),

      async redeem(request, callback) {
        const { app } = request
        const server = await declare(app)
        const answer = await redeemCode(server.oauth, fetch, request, callback)
        const { scopes = [...(request.scopes ?? server.oauth.scopes)], ...tokens } = tokensToStore(
          answer,
          now(),
          parts.sealed?.(app),
        )
        try {
          return { ...tokens, scopes, account: await accountOf(app, server, answer), details: parts.details?.(app) ?? {} }
        } catch (error) {
          // Nobody will hold these tokens. Whether they could be ended changes nothing about what went wrong.
          await revoke(app, tokens.secret).catch(() => undefined)
          throw error
        }
      },
    },

    async test(held) {
      // An app that was forgotten since is no reason not to ask: the token is all that is needed.
      const app = held.app ?? { clientId: '', fields: {} }
      return testIdentity(fetch, description.name, () => declare(app), storedAccessToken(held.secret))
    },

    revoke: async (held) => revoke(heldApp(held, description.type), held.secret),
    refresh: tokenRefresh(description.type, oauthOf, fetch, now),
    inject: ({ secret, details }) => bearer(storedAccessToken(secret), origins(details)),
    sameGrant: (a, b) => parts.endsAllOfAccount === true && a.accountId === b.accountId,
  }
}
