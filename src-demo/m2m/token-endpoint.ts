import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { importJWK, SignJWT } from 'jose'
import type { SigningKey } from '../signing-key'
import { m2mAudience, m2mClient, m2mScopes } from './client'

/** Seconds. */
const LIFETIME = 60 * 60

export const m2mPaths = { token: '/oauth2/token', keys: '/oauth2/jwks' } as const

/**
 * The demo's authorization server for machines: tokens by client credentials (RFC 6749, section 4.4), signed (RFC 9068), and
 * the key to check them with.
 * @param issuer the address it is served at
 */
export async function m2mTokenEndpoint(key: SigningKey, issuer: string): Promise<Hono> {
  const privateKey = await importJWK(key)
  const { d, ...publicKey } = key
  const app = new Hono()
  app.get(m2mPaths.keys, (c) => c.json({ keys: [publicKey] }))
  app.post(m2mPaths.token, async (c) => {
    c.header('cache-control', 'no-store')
    const form = new URLSearchParams(await c.req.text())
    if (!isClient(c, form)) return c.json({ error: 'invalid_client' }, 401)
    if (form.get('grant_type') !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400)
    const scopes = form.get('scope')?.split(' ') ?? m2mScopes
    if (scopes.some((scope) => !m2mScopes.includes(scope))) return c.json({ error: 'invalid_scope' }, 400)
    const scope = scopes.join(' ')
    const token = await new SignJWT({ client_id: m2mClient.clientId, scope })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
      .setIssuer(issuer)
      .setSubject(m2mClient.clientId)
      .setAudience(m2mAudience)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME}s`)
      .sign(privateKey)
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: LIFETIME, scope })
  })
  return app
}

/** By HTTP Basic with both parts form-encoded, or in the form (RFC 6749, section 2.3.1). */
function isClient(c: Context, form: URLSearchParams): boolean {
  const [, basic] = /^Basic ([\w+/=]+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id'), form.get('client_secret')]
      : Buffer.from(basic, 'base64').toString('utf8').split(':').map(formDecoded)
  return isEqual(id ?? '', m2mClient.clientId) && isEqual(secret ?? '', m2mClient.clientSecret)
}

const formDecoded = (part: string): string | null => new URLSearchParams(`part=${part}`).get('part')
const isEqual = (given: string, known: string): boolean => timingSafeEqual(hashOf(given), hashOf(known))
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
