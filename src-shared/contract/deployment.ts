import { z } from 'zod'
import { DeploymentId, RecipeId } from '../domain/identifiers'
import { RecipeEdge, RecipeNode } from '../domain/recipe/recipe'
import { Person, Timestamp } from './connection'
import { errors } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'
import { HookView, RecipeView } from './recipe'
import { RunSummary, RunView } from './run'

export const DeploymentView = z.object({
  id: DeploymentId,
  recipeId: RecipeId,
  recipeName: z.string(),
  /** Version of the recipe that was pinned. */
  version: z.int().positive(),
  deployedBy: Person,
  at: Timestamp,
  withdrawnAt: Timestamp.nullable(),
  /** As pinned; a private connection that is not the caller's shows `{ private: true }`. */
  nodes: RecipeView.shape.nodes,
  edges: z.array(RecipeEdge),
  hooks: z.array(HookView),
  lastRun: RunSummary.nullable(),
})
export type DeploymentView = z.infer<typeof DeploymentView>

/** What a manual trigger hands to the nodes after it. */
const RunInput = RecipeNode.shape.params

const ById = z.strictObject({ id: DeploymentId })

export const deployment = {
  deploy: writingProcedure
    .route({
      method: 'POST',
      path: '/recipes/{id}/deployments',
      successStatus: 201,
      summary: 'Pin the recipe and its bindings, when preflight finds nothing',
    })
    .errors(errors('NOT_FOUND', 'WORKFLOW_CREDENTIAL_GRANT'))
    .input(z.strictObject({ id: RecipeId }))
    .output(DeploymentView),
  list: unlockedProcedure
    .route({ method: 'GET', path: '/deployments', summary: 'Deployments, newest first' })
    .input(z.strictObject({ recipeId: RecipeId.optional() }))
    .output(z.object({ items: z.array(DeploymentView) })),
  get: unlockedProcedure
    .route({ method: 'GET', path: '/deployments/{id}', summary: 'One deployment' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(DeploymentView),
  withdraw: writingProcedure
    .route({ method: 'DELETE', path: '/deployments/{id}', summary: 'Withdraw: it is not run any more' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(DeploymentView),
  run: writingProcedure
    .route({
      method: 'POST',
      path: '/deployments/{id}/runs',
      successStatus: 201,
      summary: 'Run it; answers when it has ended, or after ten seconds as it stands then',
    })
    .errors(errors('NOT_FOUND', 'DEPLOYMENT_WITHDRAWN'))
    .input(ById.extend({ input: RunInput.optional() }))
    .output(RunView),
}
