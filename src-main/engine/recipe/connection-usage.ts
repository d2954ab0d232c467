import type { ConnectionUsage } from '../../../src-shared/contract/recipe'
import type { Actor } from '../../../src-shared/domain/actor'
import { credentialNeed } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { compareScopes } from '../../../src-shared/domain/recipe/scope-need'
import { scopesOf, visibleRow } from '../connection/connection-row'
import type { Row } from '../vault/store'
import { connectionIn } from './read-facts'
import type { RecipeDependencies } from './recipe-parts'
import { lastRunOf } from './recipe-view'

/** Types whose scopes the operations of nodes are known to need. */
const advised = new Set(['slackApi', 'githubApi'])

interface Use {
  recipeId: string
  nodes: readonly RecipeNode[]
  deployed: boolean
}

/** What stops when this connection goes. Throws `NOT_FOUND`, also for somebody else's private one. */
export function connectionUsage(deps: RecipeDependencies, actor: Actor, id: string): ConnectionUsage {
  const row = visibleRow(deps.vault, actor, id)
  const uses = row.managed === 1 ? managedUses(deps, row) : ownUses(deps, row)
  const byRecipe = new Map<string, Use[]>()
  for (const use of uses) byRecipe.set(use.recipeId, [...(byRecipe.get(use.recipeId) ?? []), use])
  const recipes = [...byRecipe].flatMap(([recipeId, ofRecipe]) => usedRecipe(deps, id, recipeId, ofRecipe) ?? [])
  // A node of another type cannot use it, and asks nothing of it.
  const nodes = uses.flatMap((use) => use.nodes).filter(({ kind }) => ['any', row.type].includes(credentialNeed[kind].slot))
  return {
    recipes: recipes.sort((a, b) => a.name.localeCompare(b.name) || a.recipeId.localeCompare(b.recipeId)),
    scopes: advised.has(String(row.type)) ? compareScopes(scopesOf(row), nodes) : { granted: scopesOf(row), ...none },
  }
}

const none = { needed: [], unused: [], missing: [] }

function ownUses({ vault, documents }: RecipeDependencies, row: Row): Use[] {
  const isBound = ({ credential }: RecipeNode) => connectionIn(credential) === row.id
  const drafts = vault.store.all('SELECT DISTINCT recipe_id FROM recipe_use WHERE connection_id = ?', [row.id ?? null])
  const deployed = vault.store.all(
    `SELECT recipe_id, snapshot FROM deployment WHERE id IN (SELECT deployment_id FROM deployment_use WHERE connection_id = ?)`,
    [row.id ?? null],
  )
  return [
    ...documents
      .all(drafts.map(({ recipe_id }) => String(recipe_id)))
      .map((draft) => useOf(draft.id, draft.document.nodes, isBound, false)),
    ...deployed.map((one) => useOf(String(one.recipe_id), nodesIn(one), isBound, true)),
  ]
}

/** Whatever asks for its type. */
function managedUses({ vault, documents }: RecipeDependencies, row: Row): Use[] {
  const asks = ({ kind, credential }: RecipeNode) =>
    credentialNeed[kind].delegated === row.type ||
    (credential !== undefined && 'type' in credential && credential.type === row.type)
  const drafts = documents.all(documents.everyId()).filter(({ managed }) => managed.has(String(row.type)))
  const deployed = vault.store.all('SELECT recipe_id, snapshot FROM deployment WHERE withdrawn_at IS NULL')
  return [
    ...drafts.map((draft) => useOf(draft.id, draft.document.nodes, asks, false)),
    ...deployed.map((one) => useOf(String(one.recipe_id), nodesIn(one), asks, true)),
  ].filter(({ nodes }) => nodes.length > 0)
}

const useOf = (recipeId: string, nodes: readonly RecipeNode[], uses: (node: RecipeNode) => boolean, deployed: boolean): Use => ({
  recipeId,
  nodes: nodes.filter(uses),
  deployed,
})

const nodesIn = ({ snapshot }: Row): RecipeNode[] => (JSON.parse(String(snapshot)) as { nodes: RecipeNode[] }).nodes

function usedRecipe(
  { vault, clock }: RecipeDependencies,
  connectionId: string,
  recipeId: string,
  uses: readonly Use[],
): ConnectionUsage['recipes'][number] | undefined {
  const row = vault.store.one('SELECT id, name FROM recipe WHERE id = ? AND removed_at IS NULL', [recipeId])
  if (row === undefined) return undefined
  const grants = vault.store.one(
    `SELECT count(*) AS count FROM grant_given
     WHERE recipe_id = ? AND connection_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)`,
    [recipeId, connectionId, clock.now()],
  )
  // A node of the draft and of its deployments is one, by its newest name: the draft comes first.
  const names = new Map<string, string>()
  for (const { id, name } of uses.flatMap(({ nodes }) => nodes)) if (!names.has(id)) names.set(id, name)
  return {
    recipeId: row.id as ConnectionUsage['recipes'][number]['recipeId'],
    name: String(row.name),
    nodes: [...names].map(([nodeId, name]) => ({ nodeId, name })),
    grants: Number(grants?.count),
    deployed: uses.some((use) => use.deployed),
    lastRun: lastRunOf(vault, recipeId),
  }
}
