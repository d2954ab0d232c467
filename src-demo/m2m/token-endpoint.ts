import { Hono } from 'hono'
import { importJWK, SignJWT } from 'jose'
import { type ClientCredentials, isClient, presentedClient } from '../client-authentication'
import type { SigningKey } from '../signing-key'
import { m2mAudience, m2mScopes } from './client'

/** Seconds. */
const LIFETIME = 60 * 60

export const m2mPaths = { token: '/oauth2/token', keys: '/oauth2/jwks' } as const

/**
 * The demo's authorization server for machines: tokens by client credentials (RFC 6749, section 4.4), signed (RFC 9068), and
 * the key to check them with.
 * @param issuer the address it is served at
 */
export async function m2mTokenEndpoint(key: SigningKey, client: ClientCredentials, issuer: string): Promise<Hono> {
  const privateKey = await importJWK(key)
  const { d, ...publicKey } = key
  const app = new Hono()
  app.get(m2mPaths.keys, (c) => c.json({ keys: [publicKey] }))
  app.post(m2mPaths.token, async (c) => {
    c.header('cache-control', 'no-store')
    const form = new URLSearchParams(await c.req.text())
    if (!isClient(presentedClient(c.req.header('authorization'), form), client)) return c.json({ error: 'invalid_client' }, 401)
    if (form.get('grant_type') !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400)
    const scopes = form.get('scope')?.split(' ') ?? m2mScopes
    if (scopes.some((scope) => !m2mScopes.includes(scope))) return c.json({ error: 'invalid_scope' }, 400)
    const scope = scopes.join(' ')
    const token = await new SignJWT({ client_id: client.clientId, scope })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setSubject(client.clientId)
      .setAudience(m2mAudience)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME}s`)
      .sign(privateKey)
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: LIFETIME, scope })
  })
  return app
}
