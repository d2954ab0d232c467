import type { ErrorCode } from '../../../src-shared/contract/error'
import { vaultRefusalWords } from '../../../src-shared/words/en/vault-refusal'
import { EngineError } from '../error'
import type { Logger } from '../port'
import { DemoMixedError } from './demo-mixed-error'

/** A named failure as it is; anything else, which here means the disk, under `code`, with its reason in the log. */
export function refusal(error: unknown, code: ErrorCode, logger: Logger, message: string): Error {
  if (error instanceof EngineError || error instanceof DemoMixedError) return error
  logger.error(message, { reason: error instanceof Error ? error.message : 'unknown' })
  return new EngineError(code)
}

export const overtaken = (): EngineError => new EngineError('VAULT_READ_ONLY', {}, vaultRefusalWords.openElsewhere)
