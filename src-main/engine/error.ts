import { type ErrorCode, type ErrorData, errorTable } from '../../src-shared/contract/error'

/** A named failure of a use case. Crosses to callers as code, message and data; never with a stack, cause or secret. */
export class EngineError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly data: Partial<ErrorData> = {},
    message: string = errorTable[code].message,
  ) {
    super(message)
    this.name = 'EngineError'
  }

  /** The data with the recovery that the error table names, where none was given. */
  get wireData(): ErrorData {
    return { recovery: errorTable[this.code].recovery, ...this.data }
  }
}

/** `INVALID_INPUT` for one field found wrong by a use case rather than by the schema. */
export const invalidInput = (path: string, message: string): EngineError =>
  new EngineError('INVALID_INPUT', { fields: [{ path, message }] })
