import type { AccessMeta } from '../../../src-shared/contract/procedure'
import type { VaultState } from '../../../src-shared/contract/vault'
import type { Actor } from '../../../src-shared/domain/actor'
import { EngineError } from '../error'

/**
 * Whether a call is refused before its input is looked at: token first, then lock, then ownership.
 * Every transport asks here and the router asks again, so that a new procedure or host cannot forget.
 */
export function accessProblem(meta: AccessMeta, actor: Actor | undefined, vault: VaultState): EngineError | undefined {
  if (meta.access !== 'open' && actor === undefined) return new EngineError('UNAUTHORIZED')
  if (!meta.whileLocked && vault !== 'unlocked') return new EngineError('VAULT_LOCKED')
  if (meta.access === 'owner' && actor?.owner !== true) return new EngineError('FORBIDDEN')
  return undefined
}
