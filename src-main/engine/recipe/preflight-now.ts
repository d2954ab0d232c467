import type { Actor } from '../../../src-shared/domain/actor'
import { preflight } from '../../../src-shared/domain/recipe/preflight'
import type { RecipeProblem } from '../../../src-shared/domain/recipe/problem'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import type { Clock } from '../port'
import type { Vault } from '../vault/vault'
import { readFacts } from './read-facts'
import { actHash, isReceiptGood } from './receipt'

export interface PreflightDependencies {
  vault: Pick<Vault, 'store'>
  clock: Pick<Clock, 'now'>
}

/**
 * Everything that stops these nodes of a recipe now, in their order, for who would deploy them or did: at a deployment those of the
 * draft, at a run those that were pinned. Every receipt that matters is verified anew.
 */
export function preflightNow(
  { vault, clock }: PreflightDependencies,
  actor: Pick<Actor, 'subject'>,
  recipeId: string,
  nodes: readonly RecipeNode[],
): RecipeProblem[] {
  const now = clock.now()
  const facts = readFacts(vault, [{ id: recipeId, nodes }], now, (grantId) => isGrantSigned(vault, grantId))(recipeId)
  return preflight<RecipeNode>({ nodes, facts, actor, now, actOf: actHash })
}

/** Whether the receipt of a grant is good. */
export function isGrantSigned(vault: Pick<Vault, 'store'>, grantId: string): boolean {
  const row = vault.store.one('SELECT * FROM grant_given WHERE id = ?', [grantId])
  return row !== undefined && isReceiptGood(vault, row)
}
