import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error answer of GitHub's REST API, thrown by whatever finds the reason. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
  ) {
    super(message)
  }
}

/** Sources: "Troubleshooting the REST API" in GitHub's documentation, and the API's own answers. */
export const refusal = {
  requiresAuthentication: () => new Refusal(401, 'Requires authentication'),
  badCredentials: () => new Refusal(401, 'Bad credentials'),
  undecodableJwt: () => new Refusal(401, 'A JSON web token could not be decoded'),
  expiresTooLate: () => new Refusal(401, "'Expiration time' claim ('exp') is too far in the future"),
  issuedInFuture: () =>
    new Refusal(401, "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued."),
  noIntegration: () => new Refusal(404, 'Integration not found'),
  notFound: () => new Refusal(404, 'Not Found'),
  suspended: () => new Refusal(403, 'This installation has been suspended'),
  notForIntegrations: () => new Refusal(403, 'Resource not accessible by integration'),
  foreignRepository: () =>
    new Refusal(422, 'There is at least one repository that does not exist or is not accessible to the parent installation.'),
}

/** A part of the REST API: what its handlers refuse is answered as GitHub does. */
export function restApi(): Hono {
  const api = new Hono()
  api.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error)
    throw error
  })
  return api
}

const refuse = (c: Context, { status, message }: Refusal): Response =>
  c.json({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }, status)

/** What stands in `Authorization`, as `Bearer` or GitHub's older `token`. Throws where there is none. */
export function presentedToken(c: Context): string {
  const token = /^(?:Bearer|token) (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) throw refusal.requiresAuthentication()
  return token
}
