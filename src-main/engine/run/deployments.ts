import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { Visibility } from '../../../src-shared/domain/credential-type'
import { incompleteParams } from '../../../src-shared/domain/recipe/missing-params'
import type { RecipeDocument, RecipeNode } from '../../../src-shared/domain/recipe/recipe'
import { canSee } from '../../../src-shared/domain/visibility'
import { findRow } from '../connection/connection-row'
import { personOf } from '../connection/provider-apps'
import type { CallContext } from '../engine'
import { EngineError } from '../error'
import { newUlid } from '../new-ulid'
import { type Deployment, deploymentOf, findDeployment } from './deployment-row'
import type { CheckNodes, RunDependencies } from './run-dependencies'
import { runSummary } from './run-view'

/**
 * Pins a recipe as it is now, with its bindings, for whoever asks. Throws `NOT_FOUND`, `INVALID_INPUT` naming every parameter that
 * is missing, and `WORKFLOW_CREDENTIAL_GRANT` with everything else that stops it.
 */
export function deploy(
  deps: RunDependencies,
  check: CheckNodes,
  context: CallContext,
  recipeId: string,
): Promise<DeploymentView> {
  const { vault, clock } = deps
  const { actor } = context
  const id = `deploy_${newUlid(clock.now())}`
  return vault.commit({
    actor: personOf(actor),
    touches: [id, recipeId],
    // Decided on the newest state: what is pinned is what was checked.
    decide: () => {
      const row = vault.store.one('SELECT name, version, document FROM recipe WHERE id = ? AND removed_at IS NULL', [recipeId])
      if (row === undefined) throw new EngineError('NOT_FOUND')
      const { nodes, edges } = JSON.parse(String(row.document)) as RecipeDocument
      const missing = incompleteParams(nodes)
      if (missing.length > 0)
        throw new EngineError('INVALID_INPUT', { fields: missing.map(({ path, message }) => ({ path, message })) })
      const problems = check(actor, recipeId, nodes)
      if (problems.length > 0) throw new EngineError('WORKFLOW_CREDENTIAL_GRANT', { problems })
      const deployer = { ...personOf(actor), org: actor.org }
      const facts = { recipeId, recipeName: String(row.name), version: Number(row.version), deployer }
      const data = { ...facts, nodes, edges, hooks: draftHooks(deps, recipeId, nodes) }
      return {
        events: [{ body: { kind: 'deployment.made', record: id, data } }],
        result: () => published(deps, context, id),
      }
    },
  })
}

export function listDeployments(
  { vault }: RunDependencies,
  context: CallContext,
  recipeId: string | undefined,
): DeploymentView[] {
  const rows =
    recipeId === undefined
      ? vault.store.all('SELECT * FROM deployment ORDER BY at DESC, n DESC')
      : vault.store.all('SELECT * FROM deployment WHERE recipe_id = ? ORDER BY at DESC, n DESC', [recipeId])
  return rows.map((row) => toView({ vault }, context, deploymentOf(row)))
}

export const readDeployment = ({ vault }: RunDependencies, context: CallContext, id: string): DeploymentView =>
  toView({ vault }, context, findDeployment(vault, id))

/** It is not run any more. One that was withdrawn before stays as it is. */
export function withdraw(deps: RunDependencies, context: CallContext, id: string): Promise<DeploymentView> {
  return deps.vault.commit({
    actor: personOf(context.actor),
    touches: [id],
    decide: () => {
      const isOver = findDeployment(deps.vault, id).withdrawnAt !== null
      if (isOver) return { events: [], result: () => readDeployment(deps, context, id) }
      return {
        events: [{ body: { kind: 'deployment.withdrawn', record: id, data: {} } }],
        result: () => published(deps, context, id),
      }
    },
  })
}

function published(deps: RunDependencies, context: CallContext, id: string): DeploymentView {
  const view = readDeployment(deps, context, id)
  deps.publish({ event: { kind: 'recipes', recipeIds: [view.recipeId] }, audience: 'org' })
  return view
}

function draftHooks({ vault }: RunDependencies, recipeId: string, nodes: readonly RecipeNode[]): Record<string, string> {
  const ids = new Set(nodes.map(({ id }) => id))
  const rows = vault.store.all('SELECT id, node_id FROM hook WHERE recipe_id = ?', [recipeId])
  return Object.fromEntries(rows.flatMap((row) => (ids.has(String(row.node_id)) ? [[String(row.node_id), String(row.id)]] : [])))
}

type View = DeploymentView

function toView({ vault }: Pick<RunDependencies, 'vault'>, context: CallContext, deployment: Deployment): View {
  const { store } = vault
  const { id, deployer, at, withdrawnAt, nodes, edges } = deployment
  const lastRun = store.one('SELECT * FROM run WHERE deployment_id = ? ORDER BY started_at DESC, id DESC LIMIT 1', [id])
  const hooks = store.all('SELECT hook_id, node_id FROM deployment_hook WHERE deployment_id = ?', [id])
  return {
    id: id as View['id'],
    recipeId: deployment.recipeId as View['recipeId'],
    recipeName: deployment.recipeName,
    version: deployment.version,
    deployedBy: { subject: deployer.subject, label: deployer.label },
    at: new Date(at).toISOString(),
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
    nodes: nodes.map((node) => shown(vault, context, node)),
    edges,
    hooks: hooks.map((row) => ({
      nodeId: String(row.node_id),
      hookId: row.hook_id as View['hooks'][number]['hookId'],
      url: context.callbackOrigin === null ? null : `${context.callbackOrigin}/api/webhooks/${row.hook_id}`,
    })),
    lastRun: lastRun === undefined ? null : runSummary(lastRun),
  }
}

/** To everyone but its owner, a private connection has no id. */
function shown(vault: RunDependencies['vault'], { actor }: CallContext, node: RecipeNode): View['nodes'][number] {
  const { credential } = node
  if (credential === undefined || !('connectionId' in credential)) return node
  const row = findRow(vault, credential.connectionId)
  const isHidden =
    row !== undefined &&
    !canSee(actor, { visibility: row.visibility as Visibility, owner: { subject: String(row.owner_subject) } })
  return isHidden ? { ...node, credential: { private: true } } : node
}
