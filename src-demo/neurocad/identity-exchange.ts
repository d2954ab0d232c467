import { Hono } from 'hono'
import type { IdentityTokens } from './identity-tokens'

/** Where an access token is exchanged. */
export const exchangePath = '/identity/exchange'

/**
 * Exchanges an access token of a person (`Authorization: Bearer`) for an identity token of the platform:
 * `{ identity_token, expires_in }`, in seconds. One that is not good is answered 401 without an OAuth error code, as the
 * platform does.
 * @param userinfoUrl of the identity provider, which alone knows whose token it is
 */
export function identityExchange(tokens: IdentityTokens, userinfoUrl: string): Hono {
  const app = new Hono()
  app.post(exchangePath, async (c) => {
    const subject = await subjectOf(c.req.header('authorization'), userinfoUrl)
    if (subject === undefined) return c.json({ message: 'Unauthorized' }, 401)
    const { token, expiresInSeconds } = await tokens.issue(subject)
    c.header('cache-control', 'no-store')
    return c.json({ identity_token: token, expires_in: expiresInSeconds })
  })
  return app
}

async function subjectOf(authorization: string | undefined, userinfoUrl: string): Promise<string | undefined> {
  if (authorization === undefined || !/^Bearer [\w~+/.-]+=*$/i.test(authorization)) return undefined
  const answer = await fetch(userinfoUrl, { headers: { authorization } })
  const claims = (await answer.json()) as { sub?: string }
  return answer.ok ? claims.sub : undefined
}
