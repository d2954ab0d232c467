import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { type ORPCError, traverseContractProcedures } from '@orpc/server'
import { Hono } from 'hono'
import { serveContract } from '../../../src-shared/contract'
import type { AccessMeta } from '../../../src-shared/contract/procedure'
import { requestWords } from '../../../src-shared/words/en/request'
import { pathParameters } from '../../engine/api/path-parameters'
import { wireError } from '../../engine/api/wire-error'
import { invalidInput } from '../../engine/error'
import { showsPresence } from '../access/presence'
import type { HostContext } from '../api/host-context'
import { createServeRouter } from '../api/routers'
import { unknownRoute } from './base-app'
import type { Environment, RequestContext } from './environment'
import { errorResponse } from './error-response'
import { accessGate } from './gate'
import { fileBody, jsonObject, takesFile } from './request-body'

/** A host as its HTTP API is served. */
export interface HttpHost extends Omit<HostContext, 'actor' | 'caller' | 'until'> {
  /** Called for each call that shows that somebody is there. */
  present?(): void
  /** Ends the event streams of every caller when it fires; asked when a call comes. */
  until?(): AbortSignal
}

export interface ProcedureRoute {
  /** As in the contract: `connection.list`. */
  name: string
  method: string
  /** As in the contract, with the prefix: `/api/connect/connections/{id}`. */
  path: string
  meta: AccessMeta
}

/** Procedures whose body may be `null`, and what it stands for there. */
export const nullStandsFor: ReadonlyMap<string, object> = new Map([['recipe.choose', { connectionId: null }]])

/** A failure as the body of its answer, in the form of every other error. */
export const encodeError = ({ code, status, message, data }: ORPCError<string, unknown>) => ({ code, status, message, data })

/** One route per procedure of the contract. What the contract does not have, no route reaches. */
export const procedureRoutes: readonly ProcedureRoute[] = collectRoutes()

/** The contract over HTTP: each procedure behind the gate its own meta asks for. */
export function procedureApp({ present, until, ...host }: HttpHost): Hono<Environment> {
  const routes = new Hono<Environment>()
  const handler = new OpenAPIHandler<HostContext>(createServeRouter(), {
    customErrorResponseBodyEncoder: encodeError,
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(wireError(error, host.logger)))],
  })
  for (const { name, method, path, meta } of procedureRoutes) {
    routes.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), accessGate(host, meta), async (c) => {
      const caller = c.get('caller')
      if (showsPresence({ name, method, meta, fromPage: isFromPage(c) })) present?.()
      const ends = [caller?.until, until?.()].filter((signal) => signal !== undefined)
      const ifMatch = c.req.header('If-Match')
      const context = { ...host, caller, actor: caller?.actor, until: ends.length > 1 ? AbortSignal.any(ends) : ends[0], ifMatch }
      const { matched, response } = await handler.handle(plainRequest(c, pathParameters(path), nullStandsFor.get(name)), {
        prefix: '/api',
        context,
      })
      return matched ? response : errorResponse(unknownRoute())
    })
  }
  return routes
}

/** Browsers say so, and scripts cannot be made to by mistake (Fetch Metadata). A page may be signed in with a script's token. */
const isFromPage = (c: RequestContext): boolean => c.req.header('Sec-Fetch-Site') !== undefined

/**
 * The request with its checked body, and of its headers only those that a procedure reads. Throws `INVALID_INPUT`: what would
 * otherwise be passed over in silence, such as a second id beside the one in the path, is refused by its name.
 */
function plainRequest(c: RequestContext, inPath: readonly string[], ofNull: object | undefined): Request {
  const headers = new Headers()
  const lastEventId = c.req.header('Last-Event-ID')
  if (lastEventId !== undefined) headers.set('Last-Event-ID', lastEventId)
  const { method, signal } = c.req.raw
  const isFile = takesFile(method, c.req.path)
  const contentType = c.req.header('Content-Type')
  const file = isFile ? fileBody(c.get('body'), contentType) : undefined
  if (file) headers.set('Content-Type', 'application/octet-stream')
  const body = isFile ? undefined : jsonObject(c.get('body'), contentType, ofNull)
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const inQuery = [...new URL(c.req.url).searchParams.keys()]
  const isOther = ([name, value]: [string, unknown]) => inPath.includes(name) && value !== c.req.param(name)
  const [again] = [
    ...inQuery.filter((name) => inPath.includes(name)),
    ...Object.entries(body?.value ?? {})
      .filter(isOther)
      .map(([name]) => name),
  ]
  if (again !== undefined) throw invalidInput(again, requestWords.namedByPath)
  const [unread] = method === 'GET' ? [] : inQuery
  if (unread !== undefined) throw invalidInput(unread, requestWords.notKnownInQuery)
  return new Request(c.req.url, { method, headers, signal, body: method === 'GET' ? undefined : (file ?? body?.text) })
}

function collectRoutes(): ProcedureRoute[] {
  const routes: ProcedureRoute[] = []
  traverseContractProcedures({ router: serveContract, path: [] }, ({ contract, path: name }) => {
    const { route, meta } = contract['~orpc']
    if (route.method === undefined || route.path === undefined) throw new Error(`${name.join('.')} has no method or path`)
    routes.push({ name: name.join('.'), method: route.method, path: `/api${route.path}`, meta: meta as AccessMeta })
  })
  return routes
}
