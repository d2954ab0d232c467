import { z } from 'zod'
import { DeploymentId, RecipeId, RunId } from '../domain/identifiers'
import { NodeKind } from '../domain/recipe/node-kind'
import { NodeId } from '../domain/recipe/recipe'
import { Person, Timestamp } from './connection'
import { errors, Recovery } from './error'
import { unlockedProcedure, writingProcedure } from './procedure'

const RunStatus = z.enum(['running', 'succeeded', 'failed', 'cancelled', 'interrupted'])

export const RunSummary = z.object({
  id: RunId,
  deploymentId: DeploymentId,
  recipeId: RecipeId,
  recipeName: z.string(),
  /** `interrupted`: the program ended or was locked while it ran. */
  status: RunStatus,
  /** What started it. */
  cause: z.enum(['manual', 'webhook', 'slack', 'github', 'retry']),
  /** Null where an event did. */
  startedBy: Person.nullable(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  /** The node at which it failed. */
  failedNode: z.object({ nodeId: NodeId, name: z.string(), code: z.string() }).nullable(),
})
export type RunSummary = z.infer<typeof RunSummary>

export const RunNodeError = z.object({
  code: z.string(),
  message: z.string(),
  /** The provider's own error code. */
  providerError: z.string().optional(),
  connectionId: z.string().optional(),
  status: z.string().optional(),
  recovery: Recovery,
})

export const RunNodeView = z.object({
  nodeId: NodeId,
  name: z.string(),
  kind: NodeKind,
  status: z.enum(['waiting', 'running', 'succeeded', 'failed', 'skipped']),
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  /** JSON. Null while there is none; what was too large to keep is said in `outputTruncated`. */
  output: z.json(),
  outputTruncated: z.boolean(),
  error: RunNodeError.nullable(),
  /** Of a node behind `control.each`: how many times it was run. */
  times: z.int().nonnegative(),
})
export type RunNodeView = z.infer<typeof RunNodeView>

export const RunView = RunSummary.extend({ nodes: z.array(RunNodeView), retryOf: RunId.nullable() })
export type RunView = z.infer<typeof RunView>

const ById = z.strictObject({ id: RunId })

export const run = {
  list: unlockedProcedure
    .route({ method: 'GET', path: '/runs', summary: 'Runs, newest first' })
    .input(
      z.strictObject({
        recipeId: RecipeId.optional(),
        deploymentId: DeploymentId.optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ items: z.array(RunSummary), nextCursor: z.string().nullable() })),
  get: unlockedProcedure
    .route({ method: 'GET', path: '/runs/{id}', summary: 'A run and its data by node' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(RunView),
  retry: writingProcedure
    .route({
      method: 'POST',
      path: '/runs/{id}/retry',
      successStatus: 201,
      summary: 'Run again from the node that failed, with what the nodes before it gave',
    })
    .errors(errors('NOT_FOUND', 'DEPLOYMENT_WITHDRAWN', 'RUN_NOT_FAILED'))
    .input(ById)
    .output(RunView),
  cancel: writingProcedure
    .route({ method: 'POST', path: '/runs/{id}/cancellation', summary: 'Stop a run after the node in hand' })
    .errors(errors('NOT_FOUND'))
    .input(ById)
    .output(RunView),
}
