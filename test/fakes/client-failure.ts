import { ORPCError } from '@orpc/client'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'

/** Fails as the engine would over either transport. */
export function fail(code: ErrorCode, data: object = {}): never {
  const { status, message, recovery } = errorTable[code]
  throw new ORPCError(code, { defined: true, status, message, data: { recovery, ...data } })
}
