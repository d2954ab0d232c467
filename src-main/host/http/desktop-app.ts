import type { CallbackCheck } from '../callback/callback-check'
import { apiRoutes } from './api-routes'
import { createBaseApp, unknownRoute } from './base-app'
import { callbackRoutes } from './callback-routes'
import { directCalls } from './direct-calls'
import type { HttpApp } from './environment'
import { manifestRoutes } from './manifest-routes'
import type { HttpHost } from './procedure-routes'

interface Options extends HttpHost {
  check: CallbackCheck
  /** Whether scripts are answered; asked at each request. */
  isApiOn(): boolean
}

/** What the desktop application answers on 127.0.0.1: providers always, scripts while its owner wants that, and no page. */
export function createDesktopApp({ check, isApiOn, ...host }: Options): HttpApp {
  const { engine, callbackOrigin, logger } = host
  const app = createBaseApp(logger)
    .route('/', callbackRoutes(engine, { callbackOrigin, logger, onSuccess: 'page' }))
    .route('/', manifestRoutes(engine, { callbackOrigin, logger, onSuccess: 'page' }))
    .route('/', check.routes())
    .use('*', async (_, next) => {
      if (!isApiOn()) throw unknownRoute()
      return next()
    })
    .route('/', apiRoutes(host))
  const direct = directCalls(host)
  return {
    app,
    direct: (incoming, outgoing, otherwise) => (isApiOn() ? direct(incoming, outgoing, otherwise) : otherwise()),
  }
}
