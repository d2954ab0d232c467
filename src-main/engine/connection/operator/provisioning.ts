import { isDeepStrictEqual } from 'node:util'
import { operatorFileWords } from '../../../../src-shared/words/en/operator-file'
import type { ProviderGrant } from '../../provider/provider'
import { sealedWith } from './client-secret'
import { movedHosts } from './moved-hosts'

/** The connection that is provisioned of a type. */
export interface Provisioned extends ProviderGrant {
  isActive: boolean
}

/** What is to be done about one entry of the operator's file. */
export interface Provisioning {
  /** To be written; undefined where everything is as stated already, or nothing can be done. */
  next: ProviderGrant | undefined
  /** Origins that wait for the owner: `next` has none of the new addresses then. */
  pendingHosts: string[]
  problem: string | null
}

/**
 * Pure. What differs is written, what does not is not, and a host that was not there before waits.
 * @param now undefined where nothing is provisioned: whatever comes first needs no confirmation
 * @param allows whether these origins may be sent to
 */
export function provisioningFor(
  stated: ProviderGrant,
  now: Provisioned | undefined,
  allows: (hosts: readonly string[]) => boolean,
): Provisioning {
  const moved = now ? movedHosts(now.details, stated.details) : []
  const pendingHosts = allows(moved) ? [] : moved
  const waits = pendingHosts.length > 0
  const secret = sealedWith(stated, now?.secret ?? {}, waits)
  if (stated.details.clientId !== undefined && secret.clientSecret === undefined && secret.waitingSecret === undefined) {
    return { next: undefined, pendingHosts: [], problem: secretMissing }
  }
  const base = waits && now ? now : stated
  const next = { ...factsOf(base), secret }
  const isAsStated =
    now !== undefined && (waits || now.isActive) && isDeepStrictEqual(next, { ...factsOf(now), secret: now.secret })
  return { next: isAsStated ? undefined : next, pendingHosts, problem: null }
}

const secretMissing = operatorFileWords.noSecretSealed

const factsOf = ({ account, details, scopes, expiresAt }: ProviderGrant) => ({ account, details, scopes, expiresAt })
