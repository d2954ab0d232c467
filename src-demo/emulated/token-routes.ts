import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isClient, presentedClient } from '../client-authentication'
import type { Backend } from './backend'
import type { Approvals } from './consent'
import type { GivenTokens, GrantLedger } from './grant-ledger'
import type { LiveGrants } from './live-grants'
import type { EmulatedApp, EmulatedService } from './service'

const invalidGrant = { error: 'invalid_grant' }

/** The token and revocation endpoints: the emulator decides, and what it gives is written down before it is handed out. */
export function tokenRoutes(
  { paths, drawnId }: EmulatedService,
  app: EmulatedApp,
  { backend, approvals, ledger, live }: { backend: Backend; approvals: Approvals; ledger: GrantLedger; live: LiveGrants },
): Hono {
  const front = new Hono()
  front.use(bodyLimit({ maxSize: 64 * 1024 }))

  const ask = (c: Context, form: URLSearchParams): Promise<Response> => {
    const authorization = c.req.header('authorization')
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
    return backend.request(paths.token, { method: 'POST', headers, body: form })
  }

  async function handOut(c: Context, answer: Response, keep: (tokens: GivenTokens) => Promise<void>): Promise<Response> {
    if (!answer.ok) return answer
    const tokens = (await answer.json()) as GivenTokens & { id_token?: string }
    await keep(tokens)
    // An id token would name an id that is another one after a restart.
    const { id_token: idToken, ...given } = tokens
    return c.json(drawnId === undefined && idToken !== undefined ? { ...given, id_token: idToken } : given)
  }

  async function exchange(c: Context, form: URLSearchParams): Promise<Response> {
    const code = form.get('code') ?? ''
    const approval = approvals.get(code)
    // RFC 6749, section 4.1.3; one of the emulators does not look. A code nobody got is for the emulator to refuse.
    if (approval && approval.redirectUri !== form.get('redirect_uri')) return c.json(invalidGrant, 400)
    return handOut(c, await ask(c, form), async (tokens) => {
      if (approval === undefined) throw new Error('the emulator took a code that nobody got')
      approvals.delete(code)
      const { approvedBy, scope } = approval
      live.set(await ledger.add({ approvedBy, scope }, tokens), tokens)
    })
  }

  async function refresh(c: Context, form: URLSearchParams): Promise<Response> {
    const presented = form.get('refresh_token') ?? ''
    const grant = ledger.find(presented, 'refresh')
    if (grant === undefined) return c.json(invalidGrant, 400)
    const before = await live.tokens(grant)
    form.set('refresh_token', before.refresh_token ?? '')
    return handOut(c, await ask(c, form), async (tokens) => {
      await ledger.renew(grant, tokens, tokens.refresh_token === undefined ? undefined : presented)
      live.set(grant, tokens, before)
    })
  }

  front.post(paths.token, async (c) => {
    const form = new URLSearchParams(await c.req.text())
    if (form.get('grant_type') === 'authorization_code') return exchange(c, form)
    if (form.get('grant_type') === 'refresh_token') return refresh(c, form)
    return c.json({ error: 'unsupported_grant_type' }, 400)
  })

  if (paths.revoke !== undefined) {
    front.post(paths.revoke, async (c) => {
      const form = new URLSearchParams(await c.req.text())
      // The emulators take a revocation from anybody.
      if (!isClient(presentedClient(c.req.header('authorization'), form), app)) return c.json({ error: 'invalid_client' }, 401)
      // RFC 7009, section 2.2: a token that is not there is as good as revoked.
      await ledger.revoke(form.get('token') ?? '')
      return c.body(null, 200)
    })
  }
  return front
}
