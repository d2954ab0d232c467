import { ORPCError, ValidationError } from '@orpc/server'
import { type ErrorCode, type ErrorData, errorTable } from '../../../src-shared/contract/error'
import { EngineError } from '../error'
import type { Logger } from '../port'
import { invalidFields, issuePlaces } from './invalid-fields'

type WireError = ORPCError<string, ErrorData>

/**
 * Any failure as it crosses to a caller: code, status, message and data from the error table.
 * What is not a named failure becomes `INTERNAL` with an id; the log gets that id with the place in the code it came from.
 */
export function wireError(error: unknown, logger: Logger): WireError {
  if (error instanceof EngineError) return fromEngine(error)
  if (error instanceof ORPCError) {
    if (error.code in errorTable) return error
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return fromEngine(new EngineError('INVALID_INPUT', { fields: invalidFields(error.cause.issues) }))
    }
  }
  return fromEngine(internalError(error, logger))
}

/** Logs an unexpected failure and gives the error that names only where to find it. */
export function internalError(error: unknown, logger: Logger): EngineError {
  const errorId = crypto.randomUUID()
  logger.error('unexpected failure', { errorId, ...whereItFailed(error) })
  return new EngineError('INTERNAL', { errorId })
}

/** The four parts of every error body, in the order they are written. */
export interface ErrorBody {
  code: ErrorCode
  status: number
  message: string
  data: ErrorData
}

export function errorBody(error: EngineError): ErrorBody {
  const { status, recovery } = errorTable[error.code]
  return { code: error.code, status, message: error.message, data: { recovery, ...error.data } }
}

function fromEngine(error: EngineError): WireError {
  const { code, ...rest } = errorBody(error)
  return new ORPCError<string, ErrorData>(code, rest)
}

/** Names and frames only: the message of a stranger's exception may quote an input, and an input may be a secret. */
function whereItFailed(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const invalid = error.cause instanceof ValidationError ? issuePlaces(error.cause.issues) : undefined
  return { name: error.name, code, invalid, frames: frames.map((frame) => frame.trim()) }
}
