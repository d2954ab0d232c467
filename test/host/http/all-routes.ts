import type { Hono } from 'hono'
import type { Environment } from '../../../src-main/host/http/environment'
import { procedureRoutes } from '../../../src-main/host/http/procedure-routes'
import type { AccessMeta } from '../../../src-shared/contract/procedure'

interface Route {
  /** As the app has it, for the reader of a failing test. */
  name: string
  method: string
  /** With parameters filled by what no schema takes, so that a later check cannot pass for an earlier one. */
  path: string
  meta: AccessMeta
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')
const contractMeta = new Map(procedureRoutes.map(({ method, path, meta }) => [`${method} ${honoPath(path)}`, meta]))
contractMeta.set('GET /api/openapi.json', { access: 'client', whileLocked: true })

/** Routes that are open by the specification: where providers answer to and what tries that, the signed ingress, signed webhooks and the static files. Any other must have a meta, or it is closed. */
const open = new Set([
  'GET /api/:type/oauth/callback',
  'GET /api/:type/manifest/callback',
  'GET /api/:type/manifest/:state',
  'POST /api/ingress/:type',
  'POST /api/webhooks/:hookId',
  'GET /api/callback-check',
])

/** Every route that an app really has, so that a new one is walked without being added to a list. */
export function allRoutes(app: Hono<Environment>): Route[] {
  const names = new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))
  return [...names].map((name) => {
    const [method = '', path = ''] = name.split(' ')
    const isOpen = open.has(name) || !path.startsWith('/api')
    const meta = contractMeta.get(name) ?? { access: isOpen ? 'open' : 'owner', whileLocked: isOpen }
    const filled = path.replaceAll(/:\w+(?:\{[^/]*\})?/g, 'x').replaceAll('*', 'x')
    return { name, method, path: filled, meta }
  })
}

type Answer = { status: number; text: string }

/** Asks every route the same way, and gives `status CODE` by route. Pages have no code. */
export async function askAll(routes: Route[], ask: (route: Route) => Promise<Answer>): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const route of routes) {
    const { status, text } = await ask(route)
    answers[route.name] = /^\{"code":"(\w+)"/.exec(text)?.[1] ?? String(status)
  }
  return answers
}

export const expectAll = (routes: Route[], expected: (route: Route) => string): Record<string, string> =>
  Object.fromEntries(routes.map((route) => [route.name, expected(route)]))
