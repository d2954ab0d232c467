import { StandardOpenAPICodec } from '@orpc/openapi/standard'
import {
  StandardBracketNotationSerializer,
  StandardOpenAPIJsonSerializer,
  StandardOpenAPISerializer,
} from '@orpc/openapi-client/standard'
import { type AnyProcedure, createProcedureClient, getRouter, isProcedure } from '@orpc/server'
import { wireError } from '../../engine/api/wire-error'
import type { HostContext } from '../api/host-context'
import { createServeRouter } from '../api/routers'
import { connectionAnswers, type ToldProcedure } from './connection-answers'
import type { PlainRequest } from './plain-request'
import { encodeError, type ProcedureRoute, procedureRoutes } from './procedure-routes'
import { RouteTree } from './route-tree'
import type { Told } from './told-connections'

/** A procedure that takes and gives JSON, and what it answers to a request whose body was read. */
export interface DirectProcedure {
  route: ProcedureRoute
  /** The body of a 200 that the subject was given before to the same request without a body, and that still holds. */
  known?(subject: string, request: Asked): Buffer | undefined
  answer(request: Asked, body: object | undefined, context: HostContext): Promise<Answer>
}

type Asked = Pick<PlainRequest<unknown>, 'params' | 'query'>

type Request = Parameters<StandardOpenAPICodec['decode']>[0]

interface Answer {
  status: number
  body: string | Buffer | undefined
}

/** What takes or gives anything else. */
const notJson: ReadonlySet<string> = new Set(['event.stream', 'import.upload'])

/** What a procedure gives has passed its output schema, of which `JSON.stringify` makes what a walk over every value would. */
class JsonAsItIs extends StandardOpenAPIJsonSerializer {
  override serialize(data: unknown): ReturnType<StandardOpenAPIJsonSerializer['serialize']> {
    return [data, false]
  }
}

/** Input and output are read and written by what the OpenAPI handler does it with, so that they are the same. */
const codec = new StandardOpenAPICodec(new StandardOpenAPISerializer(new JsonAsItIs(), new StandardBracketNotationSerializer()), {
  customErrorResponseBodyEncoder: encodeError,
})

export function directProcedures(): RouteTree<DirectProcedure> {
  const router = createServeRouter()
  const asBodies = connectionAnswers()
  const tree = new RouteTree<DirectProcedure>()
  for (const route of procedureRoutes) {
    if (notJson.has(route.name)) continue
    const path = route.name.split('.')
    const procedure = getRouter(router, path)
    if (!isProcedure(procedure)) throw new Error(`${route.name} is in the contract and not implemented`)
    const told = asBodies.get(route.name)
    tree.add(
      route.method,
      route.path,
      told ? tellingAgain(route, path, told) : { route, answer: answering(route, path, procedure) },
    )
  }
  return tree
}

function tellingAgain(route: ProcedureRoute, path: string[], { procedure, known, keep }: ToldProcedure): DirectProcedure {
  return {
    route,
    known: (subject, request) => known(subject, request)?.body,
    answer: answering(route, path, procedure, (output, request, { actor }) => {
      const told = output as Told
      if (actor) keep(actor.subject, request, told)
      return told.body
    }),
  }
}

function answering(
  { method }: ProcedureRoute,
  path: string[],
  procedure: AnyProcedure,
  encode: (output: unknown, request: Asked, context: HostContext) => Answer['body'] = (output) => JSON.stringify(output),
): DirectProcedure['answer'] {
  const client = createProcedureClient(procedure, { path, context: (context: HostContext) => context })
  return async (asked, body, context) => {
    const { params, query } = asked
    try {
      // All that the codec looks at.
      const request = { method, url: { searchParams: query }, body: async () => body } as unknown as Request
      const input = await codec.decode(request, params, procedure)
      const { status, body: output } = codec.encode(await client(input, { context }), procedure)
      return { status, body: encode(output, asked, context) }
    } catch (error) {
      const { status, body: output } = codec.encodeError(wireError(error, context.logger))
      return { status, body: JSON.stringify(output) }
    }
  }
}
