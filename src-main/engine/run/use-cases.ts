import { RefusalCount } from '../connection/refusal-count'
import type { UseCases } from '../engine'
import type { Delivery } from '../provider/provider-events'
import { preflightNow } from '../recipe/preflight-now'
import { deploy, listDeployments, readDeployment, withdraw } from './deployments'
import { receiveHook } from './hooks'
import { listRuns } from './list-runs'
import { ProviderTriggers } from './provider-triggers'
import type { CheckNodes, RunDependencies } from './run-dependencies'
import { Runs } from './runs'

export interface RunParts {
  useCases: Pick<UseCases, 'deployment' | 'run' | 'hook'>
  /** What a provider told, by a delivery whose signature was found good. */
  heard(type: string, delivery: Delivery): void
  /** Tidies up after the last time. */
  recover(): Promise<void>
  close(): Promise<void>
}

/** Deployments, and the runs that come of them. */
export function createRuns(deps: RunDependencies): RunParts {
  const check: CheckNodes = (actor, recipeId, nodes) => preflightNow(deps, actor, recipeId, nodes)
  const runs = new Runs(deps, check)
  const triggers = new ProviderTriggers(deps, runs)
  const refusals = new RefusalCount(deps.clock, deps.logger)
  return {
    useCases: {
      deployment: {
        deploy: (context, { id }) => deploy(deps, check, context, id),
        list: async (context, { recipeId }) => ({ items: listDeployments(deps, context, recipeId) }),
        get: async (context, { id }) => readDeployment(deps, context, id),
        withdraw: (context, { id }) => withdraw(deps, context, id),
        run: ({ actor }, { id, input }) => runs.start(actor, id, input),
      },
      run: {
        list: async (_, input) => listRuns(deps.vault, input),
        get: async ({ actor }, { id }) => runs.view(actor, id),
        retry: ({ actor }, { id }) => runs.retry(actor, id),
        cancel: ({ actor }, { id }) => runs.cancel(actor, id),
      },
      hook: { receive: (_, delivery) => receiveHook(deps, runs, refusals, delivery) },
    },
    heard: (type, delivery) => triggers.heard(type, delivery),
    recover: () => runs.recover(),
    close: async () => {
      await Promise.all([runs.close(), triggers.close()])
    },
  }
}
