import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { isClient, presentedClient } from '../client-authentication'
import type { GitHubApp } from './app'
import { refusal, restApi } from './refusal'
import type { Site } from './site'

/** GitHub answers a refused exchange with 200 as well. Source: "Troubleshooting OAuth app access token request errors". */
const refused = {
  client: {
    error: 'incorrect_client_credentials',
    error_description: 'The client_id and/or client_secret passed are incorrect.',
  },
  code: { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' },
  redirect: {
    error: 'redirect_uri_mismatch',
    error_description: 'The redirect_uri MUST match the registered callback URL for this application.',
  },
}

/**
 * Codes into user-to-server tokens, and their end. The App has opted out of expiring user tokens, so there is no refresh token.
 * Source: GitHub, "Generating a user access token for a GitHub App".
 */
export function oauthToken({ apps, codes, tokens }: Pick<Site, 'apps' | 'codes' | 'tokens'>): Hono {
  const api = restApi()
  api.post('/login/oauth/access_token', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const answer = async (): Promise<Record<string, string>> => {
      const app = clientOf(apps.all(), undefined, form)
      if (app === undefined) return refused.client
      const approval = codes.redeem(form.get('code') ?? '', app.appId)
      if (approval === undefined) return refused.code
      if ((form.get('redirect_uri') ?? approval.redirectUri) !== approval.redirectUri) return refused.redirect
      const token = `ghu_${randomBytes(27).toString('base64url')}`
      await tokens.given(token, { kind: 'user', appId: app.appId, login: approval.login })
      return { access_token: token, token_type: 'bearer', scope: '' }
    }
    return answered(c, await answer())
  })

  // GitHub REST API, "Delete an app token": the client authenticates with HTTP Basic.
  api.delete('/applications/:clientId/token', async (c) => {
    const app = clientOf(apps.all(), c.req.header('authorization'))
    if (app === undefined || app.clientId !== c.req.param('clientId')) throw refusal.notFound()
    const { access_token: token = '' } = (await c.req.json()) as { access_token?: string }
    if (tokens.find(token)?.appId !== app.appId) throw refusal.notFound()
    await tokens.revoke(token)
    return c.body(null, 204)
  })
  return api
}

const clientOf = (apps: GitHubApp[], authorization: string | undefined, form = new URLSearchParams()) =>
  apps.find((app) => isClient(presentedClient(authorization, form), app))

/** A form, unless JSON is asked for. */
const answered = (c: Context, answer: Record<string, string>): Response =>
  c.req.header('accept')?.includes('application/json') === true
    ? c.json(answer)
    : c.body(new URLSearchParams(answer).toString(), 200, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' })
