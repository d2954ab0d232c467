import type { IncomingMessage, ServerResponse } from 'node:http'
import { StandardOpenAPICodec } from '@orpc/openapi/standard'
import {
  StandardBracketNotationSerializer,
  StandardOpenAPIJsonSerializer,
  StandardOpenAPISerializer,
} from '@orpc/openapi-client/standard'
import { type AnyProcedure, createProcedureClient, getRouter, isProcedure } from '@orpc/server'
import type { StandardLazyRequest } from '@orpc/standard-server'
import { accessProblem } from '../../engine/api/access'
import { wireError } from '../../engine/api/wire-error'
import { callerOf } from '../access/caller'
import { showsPresence } from '../access/presence'
import type { HostContext } from '../api/host-context'
import { createServeRouter } from '../api/routers'
import { sendJson } from './direct-answer'
import { type PlainRequest, plainRequest } from './plain-request'
import { encodeError, type HttpHost, nullStandsFor, type ProcedureRoute, procedureRoutes } from './procedure-routes'
import { jsonObject, readAnnounced } from './request-body'
import { RouteTree } from './route-tree'

/**
 * Answers a request, or has it answered by `otherwise`, which is given the body where that was read. Only what leaves no question is
 * answered here: what is refused before a procedure is called, and how, is said by `otherwise` alone.
 */
export type DirectCalls = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  otherwise: (body?: Uint8Array) => void,
) => Promise<void> | void

interface Target {
  route: ProcedureRoute
  procedure: AnyProcedure
  call(input: unknown, context: HostContext): Promise<unknown>
}

/** What takes or gives anything but JSON. */
const notJson: ReadonlySet<string> = new Set(['event.stream', 'import.upload'])

/** What a procedure gives has passed its output schema, of which `JSON.stringify` makes what a walk over every value would. */
class JsonAsItIs extends StandardOpenAPIJsonSerializer {
  override serialize(data: unknown): ReturnType<StandardOpenAPIJsonSerializer['serialize']> {
    return [data, false]
  }
}

/** The contract over HTTP without a `Request` and a `Response`, which cost more than most procedures do. */
export function directCalls({ present, until: _, ...host }: HttpHost): DirectCalls {
  const serializer = new StandardOpenAPISerializer(new JsonAsItIs(), new StandardBracketNotationSerializer())
  const codec = new StandardOpenAPICodec(serializer, { customErrorResponseBodyEncoder: encodeError })
  const targets = jsonTargets()

  const answer = async ({ target, params, query }: PlainRequest<Target>, body: object | undefined, context: HostContext) => {
    const { method } = target.route
    const read = { method, url: { searchParams: query }, headers: {}, body: async () => body } as unknown as StandardLazyRequest
    try {
      const input = await codec.decode(read, params, target.procedure)
      return codec.encode(await target.call(input, context), target.procedure)
    } catch (error) {
      return codec.encodeError(wireError(error, host.logger))
    }
  }

  return async (incoming, outgoing, otherwise) => {
    const request = plainRequest(incoming, targets)
    if (request === undefined) return otherwise()
    const { target, headers, params } = request
    const { route } = target
    const bytes = request.hasBody ? await readAnnounced(incoming) : new Uint8Array()
    // Nobody is left to read an answer.
    if (bytes === undefined) return
    const caller = callerOf(host.access, headers.get('authorization'))
    const refused = accessProblem(route.meta, caller?.actor, host.engine.state()) !== undefined
    const body = refused ? 'unclear' : plainBody(bytes, headers.get('content-type'), route.name, params)
    if (body === 'unclear') return otherwise(bytes)
    if (showsPresence({ ...route, fromPage: headers.has('sec-fetch-site') })) present?.()
    const context: HostContext = { ...host, caller, actor: caller?.actor, ifMatch: headers.get('if-match') }
    const { status, body: given } = await answer(request, body, context)
    sendJson(outgoing, status, JSON.stringify(given))
  }
}

/** What a body holds, or that it is not for us to say what is wrong with it. */
function plainBody(
  bytes: Uint8Array,
  contentType: string | undefined,
  name: string,
  params: Record<string, string> | undefined,
): object | undefined | 'unclear' {
  try {
    const value = jsonObject(bytes, contentType, nullStandsFor.get(name))?.value
    const isAgain = value !== undefined && Object.keys(value).some((key) => params !== undefined && key in params)
    return isAgain ? 'unclear' : value
  } catch {
    return 'unclear'
  }
}

function jsonTargets(): RouteTree<Target> {
  const router = createServeRouter()
  const targets = new RouteTree<Target>()
  for (const route of procedureRoutes) {
    if (notJson.has(route.name)) continue
    const path = route.name.split('.')
    const procedure = getRouter(router, path)
    if (!isProcedure(procedure)) throw new Error(`${route.name} is in the contract and not implemented`)
    const client = createProcedureClient(procedure, { path, context: (context: HostContext) => context })
    targets.add(route.method, route.path, { route, procedure, call: (input, context) => client(input, { context }) })
  }
  return targets
}
