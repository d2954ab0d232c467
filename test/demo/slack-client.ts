import { type DemoPlatform, endpointOf } from '../../src-demo/platform'
import { approve } from './consent'
import { redirectUri } from './temporary-demo'

/** The demo's Slack as an app's own scripts would call it, without any of the engine. */

/** The app that is registered there, as a person would enter it. */
export function slackAppOf({ firstApps }: Pick<DemoPlatform, 'firstApps'>) {
  const { clientId = '', clientSecret = '', signingSecret = '' } = firstApps.slackApi ?? {}
  return { clientId, clientSecret, signingSecret }
}

/** An authorization URL; `changes` replaces parameters, an empty value leaves one out. */
export function authorizeUrl(platform: DemoPlatform, changes: Record<string, string> = {}): string {
  const parameters = {
    client_id: slackAppOf(platform).clientId,
    redirect_uri: redirectUri,
    scope: 'channels:read,chat:write',
    state: 'state-1',
  }
  const given = Object.entries({ ...parameters, ...changes }).filter(([, value]) => value !== '')
  return `${endpointOf(platform, 'slackApi', 'authorizeUrl')}?${new URLSearchParams(given)}`
}

export interface SlackAnswer {
  ok: boolean
  error?: string
  access_token?: string
  app_id?: string
  bot_user_id?: string
  team?: { id: string; name: string }
  team_id?: string
  user_id?: string
}

/** Calls a Web API method with a form. */
export async function callSlack(
  platform: DemoPlatform,
  method: string,
  { token, form = {} }: { token?: string; form?: Record<string, string> } = {},
): Promise<SlackAnswer> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const init = { method: 'POST', body: new URLSearchParams(form), headers }
  return (await (await fetch(`${endpointOf(platform, 'slackApi', 'apiUrl')}${method}`, init)).json()) as SlackAnswer
}

/** Exchanges a redirect's code. */
export function exchange(platform: DemoPlatform, redirect: string): Promise<SlackAnswer> {
  const { clientId, clientSecret } = slackAppOf(platform)
  const code = new URL(redirect).searchParams.get('code') ?? ''
  const form = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri }
  return callSlack(platform, 'oauth.v2.access', { form })
}

/** A token given by consent: by the first button, or the one whose text contains `button`. */
export async function givenToken(platform: DemoPlatform, button?: string): Promise<string> {
  const { access_token: token } = await exchange(platform, await approve(authorizeUrl(platform), button))
  if (token === undefined) throw new Error('the demo gave no token')
  return token
}
