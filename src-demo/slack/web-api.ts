import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Approvals } from './approval'
import type { HonouredTokens } from './honoured-tokens'
import type { Workspace } from './workspace'

/** The parts of an `oauth.v2.access` answer that are kept. */
interface Exchange {
  ok: boolean
  access_token?: string
  scope?: string
}

/**
 * Slack's Web API in front of the emulated workspaces: one method per path, `ok: false` with an error code when refused.
 * Source: https://docs.slack.dev/apis/web-api
 */
export function slackWebApi(
  workspaces: readonly [Workspace, ...Workspace[]],
  tokens: HonouredTokens,
  approvals: Approvals,
): Hono {
  const api = new Hono()
  api.use(bodyLimit({ maxSize: 1024 * 1024 }))

  api.post('/oauth.v2.access', async (c) => {
    const body = await c.req.text()
    const code = new URLSearchParams(body).get('code') ?? ''
    const approval = approvals.get(code)
    // A code nobody got still goes to an emulator, so that the refusal is the emulator's.
    const workspace = approval?.workspace ?? workspaces[0]
    const answer = await workspace.call('oauth.v2.access', request(c, body, c.req.header('authorization')))
    const exchange = (await answer.clone().json()) as Exchange
    if (approval !== undefined && exchange.ok && exchange.access_token !== undefined) {
      approvals.delete(code)
      await tokens.issued(exchange.access_token, {
        teamId: workspace.identity.teamId,
        scopes: (exchange.scope ?? '').split(','),
        approvedBy: approval.subject,
      })
    }
    return answer
  })

  api.post('/auth.revoke', async (c) => {
    const token = bearer(c)
    if (token === undefined) return c.json({ ok: false, error: 'not_authed' })
    const honoured = await tokens.honour(token)
    if ('error' in honoured) return c.json({ ok: false, error: honoured.error })
    await tokens.revoke(token)
    return c.json({ ok: true, revoked: true })
  })

  api.post('/:method{[a-zA-Z0-9.]+}', async (c) => {
    const token = bearer(c)
    if (token === undefined) return c.json({ ok: false, error: 'not_authed' })
    const honoured = await tokens.honour(token)
    if ('error' in honoured) return c.json({ ok: false, error: honoured.error })
    const init = request(c, await c.req.text(), `Bearer ${honoured.token}`)
    const answer = await honoured.workspace.call(c.req.param('method'), init)
    return answer.status === 404 ? c.json({ ok: false, error: 'unknown_method' }) : answer
  })
  return api
}

/** The token of `Authorization: Bearer`; any other form of it counts as none. */
const bearer = (c: Context): string | undefined => /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** What is passed on: body, its type and the authorization, no other header. */
function request(c: Context, body: string, authorization: string | undefined): RequestInit {
  const headers = new Headers({ 'content-type': c.req.header('content-type') ?? 'application/x-www-form-urlencoded' })
  if (authorization !== undefined) headers.set('authorization', authorization)
  return { method: 'POST', body, headers }
}
