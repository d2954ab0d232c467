import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Why one of Neurocad's services does not do what it was asked: `{ error, message }`. See `docs/neurocad-services.md`. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal'
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Of a request that is not what the service takes. */
export const invalidRequest = (message: string) => new ServiceRefusal(422, 'invalid_request', message)

/** Routes of a service: what they refuse is answered as the services do. */
export function serviceApi(): Hono {
  const api = new Hono()
  api.onError((error, c) => {
    if (error instanceof ServiceRefusal) return refused(c, error)
    throw error
  })
  return api
}

const refused = (c: Context, { status, code, message }: ServiceRefusal): Response => {
  // RFC 6750, section 3.
  if (status === 401) c.header('www-authenticate', `Bearer error="invalid_token"`)
  return c.json({ error: code, message }, status)
}

/** The token of `Authorization: Bearer`; any other form of it counts as none. */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
