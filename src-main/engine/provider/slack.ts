import { EngineError } from '../error'
import { authorizationUrl } from '../oauth/authorization-url'
import { providerFailure } from '../oauth/provider-failure'
import { redeemCode } from '../oauth/token-endpoint'
import type { Fetch } from '../port'
import { bearer } from './injection'
import type { Provider, ProviderSecret } from './provider'
import { SlackInstallation } from './slack-answer'
import { callSlack } from './slack-api'
import { slackDescription } from './slack-description'
import { diagnoseSlack } from './slack-diagnose'
import { slackEvents } from './slack-events'
import { isGone, slackMeaning } from './slack-meaning'
import { type SlackEndpoints, slackOAuth } from './slack-oauth'
import { testFailure } from './test-failure'

/**
 * Slack: a workspace install that gives a bot token, which lasts until it is revoked.
 * @param fetch bounded
 * @param now milliseconds since the epoch, for the expiry that apps with token rotation are given
 */
export function slack(fetch: Fetch, endpoints: SlackEndpoints, now: () => number): Provider {
  const declaration = slackOAuth(endpoints)
  return {
    description: slackDescription,
    authorization: {
      url: (request) => authorizationUrl(declaration, request),

      async redeem(request, callback) {
        const answer = await redeemCode(declaration, fetch, request, callback)
        const installation = SlackInstallation.safeParse(answer.body).data
        if (installation === undefined) throw providerFailure('malformed_answer')
        const { team, app_id: appId, bot_user_id: botUserId } = installation
        const secret: ProviderSecret = { accessToken: answer.accessToken }
        if (answer.refreshToken !== undefined) secret.refreshToken = answer.refreshToken
        return {
          account: { id: team.id, label: team.name },
          details: { teamId: team.id, appId, botUserId },
          scopes: answer.scopes ?? [...declaration.scopes],
          expiresAt: answer.expiresInSeconds === undefined ? null : now() + answer.expiresInSeconds * 1000,
          secret,
        }
      },
    },

    async test({ secret }) {
      try {
        await callSlack(declaration, fetch, new URL('auth.test', endpoints.apiUrl).href, tokenOf(secret))
        return { result: 'success' }
      } catch (error) {
        return testFailure('Slack', error, slackMeaning)
      }
    },

    async revoke({ secret }) {
      try {
        const { revoked } = await callSlack(declaration, fetch, new URL('auth.revoke', endpoints.apiUrl).href, tokenOf(secret))
        if (revoked !== true) throw providerFailure('not_revoked')
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },

    meaning: slackMeaning,
    inject: ({ secret }) => bearer(tokenOf(secret), declaration.origins),

    diagnose: ({ secret, scopes }, { channel }) =>
      diagnoseSlack(
        (method, form) => callSlack(declaration, fetch, new URL(method, endpoints.apiUrl).href, tokenOf(secret), form),
        scopes,
        channel,
      ),

    events: slackEvents,

    // Slack gives one installation per workspace and app: revoking its token ends it for whoever holds it.
    sameGrant: (a, b) => a.accountId === b.accountId && a.details.appId === b.details.appId,

    manualRevoke:
      'Slack could not be told. Remove the app in Slack under Tools & settings, Manage apps, so that its token stops working.',
  }
}

function tokenOf({ accessToken }: ProviderSecret): string {
  // Sealed and opened by us: without a token the record is not one that this file made.
  if (accessToken === undefined) throw new EngineError('INTERNAL')
  return accessToken
}
