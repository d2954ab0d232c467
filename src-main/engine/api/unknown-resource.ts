import type { AnyContractProcedure } from '@orpc/contract'
import { ORPCError, ValidationError } from '@orpc/server'
import { EngineError } from '../error'
import { invalidFields } from './invalid-fields'
import { pathParameters } from './path-parameters'

/**
 * An id or type in a path that nothing could have is answered like one that nothing has: who asks for a resource by a made-up
 * name learns that it is not there. Undefined where anything else is wrong, which is then said first.
 */
export function unknownResource(error: unknown, { '~orpc': { route, errorMap } }: AnyContractProcedure): EngineError | undefined {
  if (!(error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)) return undefined
  const inPath = pathParameters(route.path ?? '')
  if (!invalidFields(error.cause.issues).every(({ path }) => inPath.includes(path))) return undefined
  return new EngineError('AUTHORIZATION_UNKNOWN' in errorMap ? 'AUTHORIZATION_UNKNOWN' : 'NOT_FOUND')
}
