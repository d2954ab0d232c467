import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import { bindingWords as words } from '../../../src-shared/words/en/binding'
import { visibleRow } from '../connection/connection-row'
import { personOf } from '../connection/provider-apps'
import { invalidInput } from '../error'
import type { SigningKey } from '../vault/sign'
import type { DecidedEvent } from '../vault/vault'
import { givenGrant } from './give-grant'
import { connectionIn } from './read-facts'
import type { RecipeDependencies } from './recipe-parts'
import { withSigner } from './signer'

type RecipeId = RecipeView['id']

/**
 * Lets the drafts of all recipes that use a connection use another one; deployments stay as they are. With a private one its owner
 * grants it to each of the nodes. Answers the recipes. Throws `NOT_FOUND`, and `INVALID_INPUT` for what cannot stand in its place.
 */
export async function rebind(
  deps: RecipeDependencies,
  actor: Actor,
  { id: from, to }: { id: string; to: string },
): Promise<{ recipes: RecipeId[] }> {
  const isPrivate = replacement(deps, actor, from, to).visibility === 'private'
  const recipes = usersOf(deps, from)
  const work = (key: SigningKey | null) =>
    deps.vault.commit({
      actor: personOf(actor),
      touches: [from, to, ...recipes],
      decide: () => {
        replacement(deps, actor, from, to)
        return {
          events: recipes.flatMap((recipeId) => rebound(deps, actor, key, { recipeId, from, to }) ?? []),
          result: () => ({ recipes }),
        }
      },
    })
  return isPrivate ? withSigner(deps, actor, work) : work(null)
}

function replacement({ vault }: RecipeDependencies, actor: Actor, from: string, to: string) {
  const before = visibleRow(vault, actor, from)
  const after = visibleRow(vault, actor, to)
  if (from === to) throw invalidInput('to', words.sameConnection)
  if (after.managed === 1) throw invalidInput('to', words.managed)
  if (after.type !== before.type) throw invalidInput('to', words.otherType)
  if (after.status === 'revoked') throw invalidInput('to', words.wasRemoved)
  return after
}

const usersOf = ({ vault }: RecipeDependencies, connectionId: string): RecipeId[] =>
  vault.store
    .all('SELECT DISTINCT recipe_id FROM recipe_use WHERE connection_id = ? ORDER BY recipe_id', [connectionId])
    .map((row) => row.recipe_id as RecipeId)

/** One event for each recipe, undefined where it uses the connection no more. */
function rebound(
  deps: RecipeDependencies,
  actor: Actor,
  key: SigningKey | null,
  { recipeId, from, to }: { recipeId: RecipeId; from: string; to: string },
): DecidedEvent | undefined {
  const [draft] = deps.documents.all([recipeId])
  const nodes = draft?.document.nodes.filter(({ credential }) => connectionIn(credential) === from) ?? []
  if (nodes.length === 0) return undefined
  const grants =
    key === null ? [] : nodes.map((node) => givenGrant(deps, actor, key, { recipeId, node, connectionId: to, expiresAt: null }))
  const data = { nodeIds: nodes.map(({ id }) => id), from, to, grants }
  return { body: { kind: 'recipe.rebound', record: recipeId, data } }
}
