import type { Actor } from '../../../src-shared/domain/actor'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { personOf } from '../connection/provider-apps'
import { newUlid } from '../new-ulid'
import type { GivenGrant } from '../vault/recipe-event'
import type { SigningKey } from '../vault/sign'
import { actHash, signedReceipt } from './receipt'
import type { RecipeDependencies } from './recipe-parts'

/** An owner's permission for one node as it is now, signed. Part of the event that binds the node. */
export function givenGrant(
  { clock }: Pick<RecipeDependencies, 'clock'>,
  owner: Actor,
  key: SigningKey,
  what: { recipeId: string; node: RecipeNode; connectionId: string; expiresAt: string | null },
): GivenGrant {
  const { recipeId, node, connectionId, expiresAt } = what
  const facts = {
    grant: `grant_${newUlid(clock.now())}`,
    recipe: recipeId,
    node: node.id,
    connection: connectionId,
    act: actHash(node),
    owner: owner.subject,
    at: new Date(clock.now()).toISOString(),
    expiresAt,
  }
  return {
    id: facts.grant,
    nodeName: node.name,
    act: facts.act,
    owner: personOf(owner),
    at: facts.at,
    expiresAt,
    ...signedReceipt(key, facts),
  }
}
