import type { IncomingMessage, ServerResponse } from 'node:http'
import { accessProblem } from '../../engine/api/access'
import { errorBody, internalError } from '../../engine/api/wire-error'
import { callerOf } from '../access/caller'
import { showsPresence } from '../access/presence'
import { sendJson } from './direct-answer'
import { type DirectProcedure, directProcedures } from './direct-procedures'
import { type PlainRequest, plainRequest } from './plain-request'
import { type HttpHost, nullStandsFor } from './procedure-routes'
import { jsonObject, readAnnounced } from './request-body'

/**
 * Answers a request, or has it answered by `otherwise`, which is given the body where that was read. Only what leaves no question is
 * answered here: what is refused before a procedure is called, and how, is said by `otherwise` alone.
 */
export type DirectCalls = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  otherwise: (body?: Uint8Array) => void,
) => Promise<void> | void

const nothing = new Uint8Array()

/** The contract over HTTP without a `Request` and a `Response`, which cost more than most procedures do. */
export function directCalls({ present, until: _, ...host }: HttpHost): DirectCalls {
  const procedures = directProcedures()
  /** Undefined where the request is not for us to answer. */
  const answerTo = async ({ target, headers, ...request }: PlainRequest<DirectProcedure>, bytes: Uint8Array) => {
    const { route } = target
    const caller = callerOf(host.access, headers.get('authorization'))
    if (accessProblem(route.meta, caller?.actor, host.engine.state()) !== undefined) return undefined
    const known = caller && bytes.length === 0 ? target.known?.(caller.actor.subject, request) : undefined
    const body = known ? undefined : plainBody(bytes, headers.get('content-type'), route.name, request.params)
    if (body === 'unclear') return undefined
    if (showsPresence({ ...route, fromPage: headers.has('sec-fetch-site') })) present?.()
    if (known) return { status: 200, body: known }
    const context = { ...host, caller, actor: caller?.actor, ifMatch: headers.get('if-match') }
    return target.answer(request, body, context)
  }

  return async (incoming, outgoing, otherwise) => {
    const request = plainRequest(incoming, procedures)
    if (request === undefined) return otherwise()
    const bytes = request.hasBody ? await readAnnounced(incoming) : nothing
    // Nobody is left to read an answer.
    if (bytes === undefined) return
    const answer = await answerTo(request, bytes).catch((error: unknown) => {
      const body = errorBody(internalError(error, host.logger))
      return { status: body.status, body: JSON.stringify(body) }
    })
    if (answer === undefined) otherwise(bytes)
    else sendJson(outgoing, answer.status, answer.body)
  }
}

/** What a body holds; or that it is not for us to say what is wrong with it. */
function plainBody(
  bytes: Uint8Array,
  contentType: string | undefined,
  name: string,
  params: Record<string, string> = {},
): object | undefined | 'unclear' {
  try {
    const value = jsonObject(bytes, contentType, nullStandsFor.get(name))?.value
    return Object.keys(value ?? {}).some((key) => key in params) ? 'unclear' : value
  } catch {
    return 'unclear'
  }
}
