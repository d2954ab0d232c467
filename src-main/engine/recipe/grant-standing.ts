import type { RecipeView } from '../../../src-shared/contract/recipe'
import { grantHolds } from '../../../src-shared/domain/recipe/preflight'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Row } from '../vault/store'
import { isGrantSigned } from './preflight-now'
import { connectionIn } from './read-facts'
import { actHash } from './receipt'
import type { RecipeDependencies } from './recipe-parts'

export type NodeGrant = NonNullable<RecipeView['nodes'][number]['grant']>

/** How the grants of a node stand, for the owner of the private connection that it has. `grants`: all of them, in any order. */
export function grantStanding(
  { vault, clock }: Pick<RecipeDependencies, 'vault' | 'clock'>,
  owner: string,
  node: RecipeNode,
  grants: readonly Row[],
): NodeGrant {
  const connectionId = connectionIn(node.credential) ?? ''
  const now = clock.now()
  const departed = new Set(vault.store.all('SELECT subject FROM departed').map(({ subject }) => String(subject)))
  const use = { connectionId, owner, departed, now, act: () => actHash(node) }
  const own = grants
    .filter((row) => row.connection_id === connectionId && row.owner_subject === owner)
    .sort((a, b) => Number(b.n) - Number(a.n))
  const holds = own.some((row) =>
    grantHolds(
      {
        connectionId,
        ownerSubject: owner,
        act: String(row.act),
        expiresAt: endOf(row),
        revoked: row.revoked_at !== null,
        isVerified: () => isGrantSigned(vault, String(row.id)),
      },
      use,
    ),
  )
  if (holds) return 'active'
  const [newest] = own
  if (newest === undefined || departed.has(owner)) return 'missing'
  if (newest.revoked_at !== null) return 'revoked'
  if ((endOf(newest) ?? Number.POSITIVE_INFINITY) <= now) return 'expired'
  // What is left is a receipt that is not good, which is as if there were none.
  return newest.act === actHash(node) ? 'missing' : 'earlier_version'
}

export const endOf = (grant: Row): number | null => (typeof grant.expires_at === 'number' ? grant.expires_at : null)
