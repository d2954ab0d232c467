import { slackWords } from '../../../src-shared/words/en/slack'
import { authorizationUrl } from '../oauth/authorization-url'
import { providerFailure } from '../oauth/provider-failure'
import { redeemCode } from '../oauth/token-endpoint'
import type { Fetch } from '../port'
import { storedAccessToken, tokensToStore } from './generic/stored-tokens'
import { tokenRefresh } from './generic/token-refresh'
import { bearer } from './injection'
import type { Provider } from './provider'
import { SlackInstallation } from './slack-answer'
import { callSlack } from './slack-api'
import { slackDescription } from './slack-description'
import { diagnoseSlack } from './slack-diagnose'
import { slackEvents } from './slack-events'
import { isGone, slackMeaning } from './slack-meaning'
import { type SlackEndpoints, slackOAuth } from './slack-oauth'
import { testFailure } from './test-failure'

/**
 * Slack: a workspace install that gives a bot token, which lasts until it is revoked, or with token rotation for a while.
 * Source: https://docs.slack.dev/authentication/using-token-rotation
 * @param fetch bounded
 * @param now milliseconds since the epoch, for the expiry that apps with token rotation are given
 */
export function slack(fetch: Fetch, endpoints: SlackEndpoints, now: () => number): Provider {
  const declaration = slackOAuth(endpoints)
  return {
    description: slackDescription,
    authorization: {
      // Redirects of an app with bot scopes are HTTPS pages; the demo's and a person's own stand-in take this computer too.
      // Source: https://docs.slack.dev/authentication/installing-with-oauth and https://docs.slack.dev/authentication/using-pkce
      callbacks: ['loopback'],
      url: (request) => authorizationUrl(declaration, request),

      async redeem(request, callback) {
        const answer = await redeemCode(declaration, fetch, request, callback)
        const installation = SlackInstallation.safeParse(answer.body).data
        if (installation === undefined) throw providerFailure('malformed_answer')
        const { team, app_id: appId, bot_user_id: botUserId } = installation
        const { scopes = [...(request.scopes ?? declaration.scopes)], ...tokens } = tokensToStore(answer, now())
        return {
          ...tokens,
          scopes,
          account: { id: team.id, label: team.name },
          details: { teamId: team.id, appId, botUserId },
        }
      },
    },

    async test({ secret }) {
      try {
        await callSlack(declaration, fetch, new URL('auth.test', endpoints.apiUrl).href, storedAccessToken(secret))
        return { result: 'success' }
      } catch (error) {
        return testFailure('Slack', error, slackMeaning)
      }
    },

    async revoke({ secret }) {
      try {
        const { revoked } = await callSlack(
          declaration,
          fetch,
          new URL('auth.revoke', endpoints.apiUrl).href,
          storedAccessToken(secret),
        )
        if (revoked !== true) throw providerFailure('not_revoked')
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },

    meaning: slackMeaning,
    // Apps with token rotation: their tokens last twelve hours. All others are given no refresh token.
    refresh: tokenRefresh(slackDescription.type, () => declaration, fetch, now),
    inject: ({ secret }) => bearer(storedAccessToken(secret), declaration.origins),

    diagnose: ({ secret, scopes }, { channel }) =>
      diagnoseSlack(
        (method, form) => callSlack(declaration, fetch, new URL(method, endpoints.apiUrl).href, storedAccessToken(secret), form),
        scopes,
        channel,
      ),

    events: slackEvents,

    // Slack gives one installation per workspace and app: revoking its token ends it for whoever holds it.
    sameGrant: (a, b) => a.accountId === b.accountId && a.details.appId === b.details.appId,

    manualRevoke: slackWords.manualRevoke,
  }
}
