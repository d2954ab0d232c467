import { z } from 'zod'
import type { OAuthDeclaration } from '../../oauth/declaration'
import { redeemCode } from '../../oauth/token-endpoint'
import type { Fetch } from '../../port'
import type { AuthorizationRequest } from '../provider'
import type { GitHubEndpoints } from './endpoints'

/** GitHub's web flow, as far as an installation that also asks for the person's authorization needs it. */
const declaration = ({ webUrl, apiUrl }: GitHubEndpoints): OAuthDeclaration => ({
  authorizeUrl: new URL('login/oauth/authorize', webUrl).href,
  tokenUrl: new URL('login/oauth/access_token', webUrl).href,
  scopes: [], // an App has permissions instead
  scopeSeparator: ',',
  // The page that installs takes no code challenge.
  pkce: false,
  clientAuthentication: 'client_secret_post',
  extraParameters: {},
  bearerTokenTypes: [],
  origins: [new URL(apiUrl).origin],
  conform: conformGitHubAnswer,
})

const Refusal = z.object({ error: z.string() })

/**
 * GitHub answers errors of the token endpoint with HTTP status 200.
 * Source: https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
 */
async function conformGitHubAnswer(answer: Response): Promise<Response> {
  const refusal = Refusal.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => undefined),
  ).data
  return refusal === undefined ? answer : Response.json({ error: refusal.error }, { status: 400 })
}

/**
 * A token of the person who authorized, to ask once what they can see and then to be dropped.
 * Rejects with `PROVIDER_ERROR` or `PROVIDER_TIMEOUT`.
 */
export async function redeemUserToken(
  fetch: Fetch,
  endpoints: GitHubEndpoints,
  request: AuthorizationRequest,
  callback: URLSearchParams,
): Promise<string> {
  return (await redeemCode(declaration(endpoints), fetch, request, callback)).accessToken
}
