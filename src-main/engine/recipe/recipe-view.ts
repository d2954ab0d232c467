import type { RecipeSummary, RecipeView } from '../../../src-shared/contract/recipe'
import type { RunSummary } from '../../../src-shared/contract/run'
import type { Verdict } from '../../../src-shared/domain/recipe/problem'
import type { CallContext } from '../engine'
import { EngineError } from '../error'
import { runSummary } from '../run/run-view'
import type { Row } from '../vault/store'
import type { Vault } from '../vault/vault'
import { findRecipe } from './documents'
import type { RecipeDependencies } from './recipe-parts'
import { shownNodes } from './shown-nodes'

/** One recipe as this actor may see it. Throws `NOT_FOUND`. */
export function recipeView(deps: RecipeDependencies, context: CallContext, id: string): RecipeView {
  const { vault, documents, verdicts } = deps
  const row = findRecipe(vault, id)
  const verdict = verdicts.of(context.actor, [id]).get(id)
  if (verdict === undefined) throw new EngineError('NOT_FOUND')
  const { nodes, edges } = documents.get(id).document
  return {
    ...recipeSummary(vault, row, verdict),
    format: 1,
    nodes: shownNodes(deps, context.actor, id, nodes),
    edges,
    hooks: hooksOf(vault, context, id),
  }
}

export function recipeSummary({ store }: Pick<Vault, 'store'>, row: Row, verdict: Verdict): RecipeSummary {
  const id = row.id as RecipeSummary['id']
  const deployed = store.one('SELECT count(*) AS count FROM deployment WHERE recipe_id = ? AND withdrawn_at IS NULL', [id])
  return {
    id,
    name: String(row.name),
    nodeCount: Number(row.node_count),
    createdBy: { subject: String(row.creator_subject), label: String(row.creator_label) },
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    version: Number(row.version),
    verdict,
    deployments: Number(deployed?.count),
    lastRun: lastRunOf({ store }, id),
  }
}

export function lastRunOf({ store }: Pick<Vault, 'store'>, recipeId: string): RunSummary | null {
  const row = store.one('SELECT * FROM run WHERE recipe_id = ? ORDER BY started_at DESC, id DESC LIMIT 1', [recipeId])
  return row === undefined ? null : runSummary(row)
}

type Hook = RecipeView['hooks'][number]

function hooksOf({ store }: Pick<Vault, 'store'>, { callbackOrigin }: CallContext, id: string): Hook[] {
  return store.all('SELECT id, node_id FROM hook WHERE recipe_id = ? ORDER BY node_id', [id]).map((row) => ({
    nodeId: String(row.node_id),
    hookId: row.id as Hook['hookId'],
    url: callbackOrigin === null ? null : `${callbackOrigin}/api/webhooks/${String(row.id)}`,
  }))
}

const iso = (milliseconds: unknown): string => new Date(Number(milliseconds)).toISOString()
