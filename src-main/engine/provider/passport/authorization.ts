import { EngineError } from '../../error'
import { authorizationUrl } from '../../oauth/authorization-url'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { providerFailure } from '../../oauth/provider-failure'
import { revokeToken } from '../../oauth/revocation'
import type { TokenAnswer } from '../../oauth/token-answer'
import { redeemCode } from '../../oauth/token-endpoint'
import { OpenIdAccount } from '../generic/identity'
import type { AuthorizationFlow, ProviderApp, ProviderGrant } from '../provider'
import { clientOf, declarationOf, type PassportContext } from './client'
import { exchangeIdentity } from './identity-exchange'
import { accessOf, sealed } from './tokens'

/** OpenID Connect with a code and PKCE, and then the identity exchange. Half of it is nothing: the sign-in is ended again. */
export function passportAuthorization(context: PassportContext): AuthorizationFlow {
  return {
    // Cognito takes an address of an application's own scheme as it takes a web page.
    // Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html
    callbacks: ['loopback', 'deep_link'],

    async url(request) {
      const { issuer } = clientOf(request.app)
      return authorizationUrl(await declarationOf(context, issuer), request)
    },

    async redeem(request, callback) {
      const { app, issuer, identityUrl } = clientOf(request.app)
      const declaration = await declarationOf(context, issuer)
      const answer = await redeemCode(declaration, context.fetch, request, callback)
      try {
        return await grantOf(context, request.scopes ?? declaration.scopes, identityUrl, answer)
      } catch (error) {
        await endSignIn(context, declaration, app, answer)
        throw error
      }
    },
  }
}

async function grantOf(
  { fetch, now }: PassportContext,
  scopes: readonly string[],
  identityUrl: string,
  answer: TokenAnswer,
): Promise<ProviderGrant> {
  const { refreshToken, idTokenClaims, accessToken } = answer
  const account = OpenIdAccount.safeParse(idTokenClaims).data
  if (refreshToken === undefined || account === undefined) throw providerFailure('malformed_answer')
  const access = accessOf(answer, now())
  const { identityToken, expiresInSeconds } = await exchangeIdentity(fetch, identityUrl, accessToken)
  return {
    account,
    details: {},
    scopes: answer.scopes ?? [...scopes],
    expiresAt: now() + expiresInSeconds * 1000,
    secret: sealed({ refreshToken, ...access, identityToken }),
  }
}

/** As far as the server answers: what failed before is what the person is told. */
async function endSignIn(
  { fetch }: PassportContext,
  declaration: OAuthDeclaration,
  app: ProviderApp,
  { refreshToken, accessToken }: TokenAnswer,
): Promise<void> {
  const ended =
    refreshToken === undefined
      ? revokeToken(declaration, fetch, app, accessToken, 'access_token')
      : revokeToken(declaration, fetch, app, refreshToken, 'refresh_token')
  await ended.catch((error: unknown) => {
    if (!(error instanceof EngineError)) throw error
  })
}
