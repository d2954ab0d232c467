import { ORPCError } from '@orpc/contract'
import { z } from 'zod'
import { ErrorData } from './error'

/** The body of every failed HTTP answer. The status is repeated so that a saved body is whole. */
export const ErrorBody = z.object({ code: z.string(), status: z.int(), message: z.string(), data: ErrorData })

/**
 * For `OpenAPILink`'s `customErrorResponseBodyDecoder`: the error as it would have come over a MessagePort, marked as one the
 * contract names. Undefined for a body that is not ours, which the link then reports as malformed.
 */
export function errorFromBody(body: unknown): ORPCError<string, ErrorData> | undefined {
  const parsed = ErrorBody.safeParse(body)
  if (!parsed.success) return undefined
  const { code, ...rest } = parsed.data
  return new ORPCError(code, { ...rest, defined: true })
}
