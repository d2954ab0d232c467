import type { OAuthDeclaration } from '../oauth/declaration'
import { conformSlackAnswer } from './slack-answer'
import { slackDescription } from './slack-description'

/** Where Slack is reached. */
export interface SlackEndpoints {
  authorizeUrl: string
  /** Ends in a slash; method names follow it. */
  apiUrl: string
  loginHintParameter?: string | undefined
}

/** Slack itself. A person's own server, or the demo, replaces these. */
export const slackEndpoints = (override: Record<string, string> = {}): SlackEndpoints => ({
  authorizeUrl: override.authorizeUrl ?? 'https://slack.com/oauth/v2/authorize',
  apiUrl: override.apiUrl ?? 'https://slack.com/api/',
  loginHintParameter: override.loginHintParameter,
})

export const slackOAuth = ({ authorizeUrl, apiUrl, loginHintParameter }: SlackEndpoints): OAuthDeclaration => ({
  authorizeUrl,
  tokenUrl: new URL('oauth.v2.access', apiUrl).href,
  revokeUrl: new URL('auth.revoke', apiUrl).href,
  scopes: slackDescription.scopes.map(({ name }) => name),
  scopeSeparator: ',',
  // Slack takes PKCE only from apps that were made public clients for good, and gives those no bot scopes on a desktop
  // redirect. Ours keep their secret. Source: https://docs.slack.dev/authentication/using-pkce
  pkce: false,
  // Slack takes HTTP Basic too, but not with the id form-encoded as RFC 6749 asks: its ids contain a dot.
  clientAuthentication: 'client_secret_post',
  extraParameters: {},
  loginHintParameter,
  bearerTokenTypes: ['bot'],
  origins: [new URL(apiUrl).origin],
  conform: conformSlackAnswer,
})
