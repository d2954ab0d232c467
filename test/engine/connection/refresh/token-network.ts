import type { Fetch } from '../../../../src-main/engine/port'

/** A request for tokens as a token endpoint sees it. */
export interface TokenRequest {
  host: string
  /** `/token`, or whatever else was asked. */
  path: string
  /** The refresh token that was sent; what was to be revoked, where that was asked. */
  token: string
}

/** Answers requests as the test says; keeps what was asked, and how much of it at once. */
export class TokenNetwork {
  readonly asked: TokenRequest[] = []
  readonly inFlight = new Map<string, number>()
  /** The most that were under way at once at any one host. */
  most = 0
  answer: (request: TokenRequest) => Response | Promise<Response> = rotated

  readonly fetch: Fetch = async (url, init) => {
    const { host, pathname: path } = new URL(url)
    const form = new URLSearchParams(String(init.body ?? ''))
    const request = { host, path, token: form.get('refresh_token') ?? form.get('token') ?? '' }
    this.asked.push(request)
    const now = (this.inFlight.get(host) ?? 0) + 1
    this.inFlight.set(host, now)
    this.most = Math.max(this.most, now)
    try {
      return await this.answer(request)
    } finally {
      this.inFlight.set(host, (this.inFlight.get(host) ?? 0) - 1)
    }
  }

  /** Tokens that were sent to be exchanged, in order. */
  get spent(): string[] {
    return this.asked.filter(({ path }) => path === '/token').map(({ token }) => token)
  }
}

/** New tokens for an hour, named after the one they replace: `r` becomes `r+`. */
export const rotated = ({ path, token }: TokenRequest): Response =>
  path === '/token' ? tokens({ access_token: `access of ${token}+`, refresh_token: `${token}+` }) : new Response(null)

export const tokens = (body: Record<string, unknown>): Response =>
  Response.json({ token_type: 'Bearer', expires_in: 3600, ...body })

export const refused = (error: string, status = 400, headers: Record<string, string> = {}): Response =>
  Response.json({ error }, { status, headers })

export const bare = (status: number, headers: Record<string, string> = {}): Response => new Response('', { status, headers })

/** A connection that broke: nobody knows what became of the request. */
export const lost = (): Promise<never> => Promise.reject(new TypeError('fetch failed'))
