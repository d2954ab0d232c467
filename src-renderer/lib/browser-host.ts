import { ORPCError } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { contractRoutes } from './contract-routes'
import type { Host } from './host'
import { browserSession } from './session'

/** Under `serve`: the loopback HTTP API of the server that gave us this page. */
export function browserHost(): Host {
  const session = browserSession()
  const link = new OpenAPILink(contractRoutes, {
    url: `${location.origin}/api`,
    headers: () => {
      const token = session.token()
      return token === undefined ? {} : { authorization: `Bearer ${token}` }
    },
    customErrorResponseBodyDecoder: errorFromBody,
  })
  session.answerOtherTabs()
  return { kind: 'browser', link, session, openPage: (url) => window.open(url, '_blank', 'noopener') }
}

/** `{ code, status, message, data }` as the API answers it, in the form in which a MessagePort would deliver it. */
function errorFromBody(body: unknown): ORPCError<string, unknown> | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { code, status, message, data } = body as Record<string, unknown>
  if (typeof code !== 'string' || typeof status !== 'number' || typeof message !== 'string') return undefined
  return new ORPCError(code, { defined: true, status, message, data })
}
