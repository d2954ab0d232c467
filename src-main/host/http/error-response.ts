import { errorBody } from '../../engine/api/wire-error'
import type { EngineError } from '../../engine/error'

/** A refusal made before a procedure was reached, in the form of every other error: `{ code, status, message, data }`. */
export function errorResponse(error: EngineError): Response {
  const body = errorBody(error)
  const response = Response.json(body, { status: body.status })
  // RFC 9110, section 15.5.2: a 401 names how to authenticate.
  if (error.code === 'UNAUTHORIZED') response.headers.set('WWW-Authenticate', 'Bearer')
  return response
}
