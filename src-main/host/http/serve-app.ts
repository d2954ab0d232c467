import type { CallbackCheck } from '../callback/callback-check'
import { apiRoutes } from './api-routes'
import { createBaseApp } from './base-app'
import { callbackRoutes } from './callback-routes'
import { directCalls } from './direct-calls'
import type { HttpApp } from './environment'
import { manifestRoutes } from './manifest-routes'
import { pageRoutes } from './page-routes'
import type { HttpHost } from './procedure-routes'

interface Options extends HttpHost {
  /** Where the built renderer lies. */
  rendererFolder: string
  check: CallbackCheck
}

/** Everything that `serve` answers: the HTTP API, the OAuth callback and the page. */
export function createServeApp({ rendererFolder, check, ...host }: Options): HttpApp {
  const { engine, callbackOrigin, logger } = host
  const app = createBaseApp(logger)
    .route('/', apiRoutes(host))
    .route('/', callbackRoutes(engine, { callbackOrigin, logger, onSuccess: 'redirect' }))
    .route('/', manifestRoutes(engine, { callbackOrigin, logger, onSuccess: 'redirect' }))
    .route('/', check.routes())
    .route('/', pageRoutes(rendererFolder))
  return { app, direct: directCalls(host) }
}
