import { SignJWT } from 'jose'
import { z } from 'zod'
import type { DemoPlatform } from '../../src-demo'
import { exchangeIdentity, signIn } from './passport-client'

/** The demo's Neurocad services as an app's own scripts would call them, without any of the engine. */

const Operator = z.object({
  serviceApi: z.object({
    tokenUrl: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    edaUrl: z.string(),
    mechanicalUrl: z.string(),
  }),
  neurocadDesktopApi: z.object({ sessionManagerUrl: z.string() }),
})

/** What the operator of the platform says of its services. */
const operatorOf = ({ operator }: DemoPlatform) => Operator.parse(operator)

/** A machine-to-machine token, of all scopes unless said. */
export async function m2mToken(platform: DemoPlatform, scope = 'eda mechanical'): Promise<string> {
  const { tokenUrl, clientId: client_id, clientSecret: client_secret } = operatorOf(platform).serviceApi
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope })
  const answer = await fetch(tokenUrl, { method: 'POST', body })
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token
}

/** An identity token of a person, by part of their name: the owner's unless said. */
export async function identityToken(platform: DemoPlatform, person?: string): Promise<string> {
  const { accessToken } = await signIn(platform, person)
  const { body } = await exchangeIdentity(platform, accessToken)
  return body.identity_token ?? ''
}

export interface Asset {
  id: string
  fileName: string
  kind: string
  size: number
  sha256: string
}

export interface ServiceAnswer {
  status: number
  body: {
    error?: string
    message?: string
    part?: string
    assets?: Asset[]
    id?: string
    url?: string
    state?: string
    expiresAt?: string
  }
}

interface Asking {
  m2m?: string | undefined
  identity?: string | undefined
  key?: string
}

/** Posts JSON, or a text as it is. With a machine's token the person's is beside it, otherwise it stands in its place. */
export async function ask(url: string, body: unknown, { m2m, identity, key }: Asking = {}): Promise<ServiceAnswer> {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (m2m !== undefined) headers.set('authorization', `Bearer ${m2m}`)
  if (identity !== undefined) {
    if (m2m === undefined) headers.set('authorization', `Bearer ${identity}`)
    else headers.set('x-neurocad-identity', identity)
  }
  if (key !== undefined) headers.set('idempotency-key', key)
  const answer = await fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as ServiceAnswer['body'] }
}

/** Both tokens of the owner, and the addresses of the services. */
export async function neurocadOf(platform: DemoPlatform) {
  const { serviceApi, neurocadDesktopApi } = operatorOf(platform)
  const [m2m, identity] = [await m2mToken(platform), await identityToken(platform)]
  return {
    m2m,
    identity,
    library: `${serviceApi.edaUrl}library`,
    schematic: `${serviceApi.edaUrl}schematic`,
    mechanical: `${serviceApi.mechanicalUrl}library`,
    shareLinks: `${platform.urls.platform}/share-links`,
    deliveries: `${neurocadDesktopApi.sessionManagerUrl}deliveries`,
    sessionManager: neurocadDesktopApi.sessionManagerUrl,
    contentOf: (asset: string) => `${platform.urls.platform}/assets/${asset}/content`,
  }
}

/** The same token with other claims or another key behind it; a claim that is undefined is left out. */
export async function forged(token: string, claims: Record<string, unknown>, key: Parameters<SignJWT['sign']>[0], typ?: string) {
  const [header = '', payload = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  const { alg, kid, typ: own } = read(header) as { alg: string; kid: string; typ?: string }
  const type = typ ?? own
  return new SignJWT({ ...read(payload), ...claims })
    .setProtectedHeader({ alg, kid, ...(type === undefined ? {} : { typ: type }) })
    .sign(key)
}
