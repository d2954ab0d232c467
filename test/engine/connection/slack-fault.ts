import type { ConnectionView } from '../../../src-shared/contract/connection'
import { approve } from '../../demo/consent'
import { callSlack, slackAppOf } from '../../demo/slack-client'
import { ada, follow, redirectUri, type TestEngine } from './engine-fixture'

/** A Slack connection of the demo's, made by consent. `scopes` are left out of what the consent page is asked for. */
export async function connectSlack(
  { engine }: TestEngine,
  options: { button?: string; without?: readonly string[] } = {},
): Promise<ConnectionView> {
  const { authorizationUrl } = await engine.useCases.authorization.add(ada, { type: 'slackApi' })
  const { connectionId } = await follow(engine, await approve(asking(authorizationUrl, options.without), options.button))
  if (connectionId === undefined) throw new Error('not connected')
  return engine.useCases.connection.get(ada, { id: connectionId })
}

function asking(authorizationUrl: string, without: readonly string[] = []): string {
  const url = new URL(authorizationUrl)
  const scopes = url.searchParams.get('scope')?.split(',') ?? []
  url.searchParams.set('scope', scopes.filter((scope) => !without.includes(scope)).join(','))
  return url.href
}

/** Keeps the tokens that the demo gives the engine, so that a test can end them behind its back. */
export function overheardTokens({ setFetch }: Pick<TestEngine, 'setFetch'>): string[] {
  const tokens: string[] = []
  setFetch(async (url, init) => {
    const answer = await fetch(url, init)
    const [token] = (await answer.clone().text()).match(/xoxb-[\w-]+/) ?? []
    if (token !== undefined) tokens.push(token)
    return answer
  })
  return tokens
}

/** What an administrator of the workspace does. */
export async function revokeAtSlack({ demo }: TestEngine, token: string | undefined): Promise<void> {
  const { ok } = await callSlack(demo, 'auth.revoke', token === undefined ? {} : { token })
  if (!ok) throw new Error('the demo did not revoke')
}

/** The bot joins a channel, by a token of its own that may do so. `button`: of the consent, for another workspace than the first. */
export async function joinChannel({ engine, demo }: TestEngine, channel: string, button?: string): Promise<void> {
  const { authorizationUrl } = await engine.useCases.authorization.add(ada, { type: 'slackApi' })
  const url = new URL(authorizationUrl)
  url.searchParams.set('scope', 'channels:join')
  const code = new URL(await approve(url.href, button)).searchParams.get('code') ?? ''
  const { clientId, clientSecret } = slackAppOf(demo)
  const form = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri }
  const { access_token: token = '' } = await callSlack(demo, 'oauth.v2.access', { form })
  const { ok } = await callSlack(demo, 'conversations.join', { token, form: { channel } })
  if (!ok) throw new Error('the demo did not let the bot in')
}
