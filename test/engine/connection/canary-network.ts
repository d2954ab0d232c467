import type { Fetch } from '../../../src-main/engine/port'
import type { SentRequest } from './canary-leaks'
import type { Secret, SecretKind, Secrets } from './canary-secrets'

const tokenFields: Record<string, SecretKind> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'id token',
  identity_token: 'identity token',
  client_secret: 'client secret',
  webhook_secret: 'signing secret',
  token: 'installation token',
}

interface Options {
  secrets: Secrets
  /** Where GitHub's API is: App JWTs are for it alone. */
  appOrigin: string
  /** Where access tokens of an origin may go beside it: the Passport's are exchanged at the platform. */
  alsoAt: ReadonlyMap<string, string>
  /** The network that is listened to. */
  ask?: Fetch
}

/** The network of a run: everything is written down, and the secrets in it are remembered as whose they are. */
export interface RecordedNetwork {
  sent: SentRequest[]
  /** S256 challenges of consent addresses, and the origin that each was sent to. */
  challenges: Map<string, string>
  fetch: Fetch
  /** Sends nothing. Answers with what the request had in it: the secret with that number, or all of it, as whatever the provider could say. */
  playBack(status: number, which: number | 'all'): Fetch
}

export function recordedNetwork({ secrets, appOrigin, alsoAt, ask = fetch }: Options): RecordedNetwork {
  const sent: SentRequest[] = []
  const challenges = new Map<string, string>()

  const record = async (url: string, init: RequestInit): Promise<SentRequest> => {
    const body = init.body === null || init.body === undefined ? '' : await new Response(init.body).text()
    const request = { url, headers: new Headers(init.headers), body, isForm: init.body instanceof URLSearchParams }
    sent.push(request)
    const bearer = /^Bearer (ey[\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer !== undefined && !secrets.has(bearer)) secrets.add('App JWT', bearer, appOrigin)
    const verifier = new URLSearchParams(body).get('code_verifier')
    if (verifier !== null) secrets.add('PKCE verifier', verifier, challenges.get(await challengeOf(verifier)) ?? 'nowhere')
    return request
  }

  const listen = (request: SentRequest, json: unknown): void => {
    const { origin } = new URL(request.url)
    for (const [name, value] of stringsOf(json)) {
      const kind = tokenFields[name]
      if (name === 'pem') secrets.addPrivateKey(value, origin)
      if (kind === undefined || value.length < 8) continue
      const isM2m = request.body.includes('client_credentials')
      const exact = value.startsWith('ghu_') ? 'user token' : isM2m ? 'M2M token' : kind
      secrets.add(exact, value, origin, ...(exact === 'access token' ? [alsoAt.get(origin) ?? origin] : []))
    }
  }

  return {
    sent,
    challenges,
    async fetch(url, init) {
      const request = await record(url, init)
      const response = await ask(url, init)
      const json: unknown = await response
        .clone()
        .json()
        .catch(() => undefined)
      listen(request, json)
      return response
    },
    playBack: (status, which) => async (url, init) => {
      const request = await record(url, init)
      const whole = JSON.stringify([url, [...request.headers], request.body])
      const held = secrets.foundIn(whole)
      const said = which === 'all' ? whole : textOf(held[which]) || 'refused'
      if (status === 0) throw new TypeError(said, { cause: { said } })
      const body = { ok: false, error: said, error_description: said, message: said, needed: said, errors: [{ message: said }] }
      return Response.json(body, { status, headers: { 'x-said': encodeURIComponent(said), 'retry-after': '0' } })
    },
  }
}

const textOf = (secret: Secret | undefined): string => (secret === undefined ? '' : Buffer.from(secret.value).toString('latin1'))

async function challengeOf(verifier: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url')
}

/** Every text of an answer with the name that it goes by, at any depth. */
function stringsOf(json: unknown): [string, string][] {
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : stringsOf(value)))
}
