import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { canSee } from '../../../src-shared/domain/visibility'
import type { Row } from '../vault/store'
import { grantStanding } from './grant-standing'
import { connectionIn, readConnections } from './read-facts'
import type { RecipeDependencies } from './recipe-parts'

/**
 * Nodes of a recipe as this actor may see them: somebody else's private connection is that it is one and nothing else, and how the
 * grant of one's own stands.
 */
export function shownNodes(
  deps: Pick<RecipeDependencies, 'vault' | 'clock'>,
  actor: Pick<Actor, 'subject'>,
  recipeId: string,
  nodes: readonly RecipeNode[],
): RecipeView['nodes'] {
  const ids = new Set(nodes.flatMap(({ credential }) => connectionIn(credential) ?? []))
  const connections = readConnections(deps.vault, [...ids])
  let grants: Row[] | undefined
  const grantsOf = (node: RecipeNode) => {
    grants ??= deps.vault.store.all('SELECT * FROM grant_given WHERE recipe_id = ?', [recipeId])
    return grants.filter((row) => row.node_id === node.id)
  }
  return nodes.map((node) => {
    const connection = connections.get(connectionIn(node.credential) ?? '')
    if (connection === undefined || connection.visibility === 'org') return node
    if (!canSee(actor, connection)) return { ...node, credential: { private: true } }
    return { ...node, grant: grantStanding(deps, actor.subject, node, grantsOf(node)) }
  })
}
