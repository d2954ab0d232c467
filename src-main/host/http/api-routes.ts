import { Hono } from 'hono'
import { auditRoutes } from './audit-routes'
import type { Environment } from './environment'
import { accessGate } from './gate'
import { ingressRoutes } from './ingress-routes'
import { openApiDocument } from './openapi-document'
import { type HttpHost, procedureApp } from './procedure-routes'
import { webhookRoutes } from './webhook-routes'

/** What scripts call, and what providers and other senders of signed events send them to. */
export function apiRoutes(host: HttpHost): Hono<Environment> {
  const { engine, callbackOrigin, logger, program } = host
  const routes = new Hono<Environment>()
  let document: ReturnType<typeof openApiDocument> | undefined
  routes.route('/', procedureApp(host))
  routes.get('/api/openapi.json', accessGate(host, { access: 'client', whileLocked: true }), async (c) => {
    document ??= openApiDocument(program.version)
    return c.json(await document)
  })
  routes.route('/', auditRoutes(host))
  routes.route('/', ingressRoutes(engine, { callbackOrigin, logger }))
  routes.route('/', webhookRoutes(engine, { callbackOrigin, logger }))
  return routes
}
