import type { Hono } from 'hono'
import { createBaseApp } from './base-app'
import { callbackRoutes } from './callback-routes'
import type { Environment } from './environment'
import { accessGate } from './gate'
import type { HostContext } from './host-router'
import { ingressRoutes } from './ingress-routes'
import { manifestRoutes } from './manifest-routes'
import { openApiDocument } from './openapi-document'
import { pageRoutes } from './page-routes'
import { procedureApp } from './procedure-routes'

interface Options extends Omit<HostContext, 'actor' | 'caller'> {
  /** Where the built renderer lies. */
  rendererFolder: string
}

/** Everything that `serve` answers: the HTTP API, the OAuth callback and the page. */
export function createServeApp({ rendererFolder, ...host }: Options): Hono<Environment> {
  const { engine, callbackOrigin, logger, version } = host
  const app = createBaseApp(logger)
  let document: ReturnType<typeof openApiDocument> | undefined
  app.route('/', procedureApp(host))
  app.get('/api/openapi.json', accessGate(host, { access: 'client', whileLocked: true }), async (c) => {
    document ??= openApiDocument(version)
    return c.json(await document)
  })
  app.route('/', callbackRoutes(engine, { callbackOrigin, logger, onSuccess: 'redirect' }))
  app.route('/', manifestRoutes(engine, { callbackOrigin, logger, onSuccess: 'redirect' }))
  app.route('/', ingressRoutes(engine, { callbackOrigin, logger }))
  app.route('/', pageRoutes(rendererFolder))
  return app
}
