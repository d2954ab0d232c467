import { internalError } from '../../engine/api/wire-error'
import { EngineError } from '../../engine/error'
import type { Logger } from '../../engine/port'

/** What went wrong on a route outside the contract, by its name; a failure without one is in the log. */
export function namedFailure(error: unknown, logger: Logger): EngineError {
  if (!(error instanceof EngineError)) return internalError(error, logger)
  // The vault was locked after we looked.
  return error.code === 'VAULT_LOCKED' ? new EngineError('VAULT_UNAVAILABLE') : error
}
