import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { openInBrowser } from './address'
import { contractRoutes } from './contract-routes'
import { errorFromBody } from './error-from-body'
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
  return { kind: 'browser', link, session, openPage: openInBrowser }
}
