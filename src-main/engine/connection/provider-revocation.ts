import { EngineError } from '../error'
import type { Held } from '../provider/provider'
import { detailsOf } from './connection-row'
import type { Dependencies } from './dependencies'
import { providerOf } from './find-provider'

export interface HeldGrant extends Held {
  type: string
  /** The connection that has it; undefined for one that was never kept. */
  connectionId?: string
}

/**
 * Ends a grant at its provider, unless another connection here lives on it.
 * Answers what the person should do there, where the provider could not be told; undefined when nothing is left to do.
 */
export async function revokeAtProvider(deps: Dependencies, held: HeldGrant): Promise<string | undefined> {
  if (grantIsShared(deps, held)) return undefined
  const provider = providerOf(deps.providers, held.type)
  try {
    await provider.revoke?.(held)
    return undefined
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    deps.logger.info('the provider could not be told of a removal', { connectionId: held.connectionId, code: error.code })
    return provider.manualRevoke
  }
}

function grantIsShared({ vault, providers }: Dependencies, held: HeldGrant): boolean {
  const { sameGrant } = providerOf(providers, held.type)
  const others = vault.store.all(
    "SELECT * FROM connection WHERE type = ? AND account_id = ? AND id <> ? AND status <> 'revoked'",
    [held.type, held.accountId, held.connectionId ?? ''],
  )
  return others.some((other) => sameGrant(held, { accountId: String(other.account_id), details: detailsOf(other) }))
}
