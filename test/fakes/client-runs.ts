import type { Inputs } from '../../src-shared/contract'
import type { DeploymentView } from '../../src-shared/contract/deployment'
import type { ChangeEvent } from '../../src-shared/contract/event'
import type { RunNodeView, RunSummary, RunView } from '../../src-shared/contract/run'
import { DeploymentId, RunId } from '../../src-shared/domain/identifiers'
import { fail } from './client-failure'
import type { FakeRecipe, FakeRecipes } from './client-recipes'
import { fakeId } from './fake-id'

export const runId = (n: number): RunId => RunId.parse(fakeId('run', n))
const deploymentId = (n: number) => DeploymentId.parse(fakeId('deploy', n))
const ada = { subject: 'demo-owner', label: 'Ada Lovelace' }
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** Deployments and runs. Every second recipe was deployed, and ran a few times: well, badly, and one goes on. */
export function runAnswers(recipes: FakeRecipes, emit: (event: ChangeEvent) => void) {
  const deployments = new Map<string, DeploymentView>()
  const runs = new Map<string, RunView>()

  const deploy = (recipe: FakeRecipe, at: string): DeploymentView => {
    const { nodes, edges, hooks } = recipes.view(recipe)
    const made = {
      id: deploymentId(deployments.size),
      recipeId: recipe.id,
      recipeName: recipe.document.name,
      version: recipe.version,
      deployedBy: ada,
      at,
      withdrawnAt: null,
      nodes,
      edges,
      hooks,
      lastRun: null,
    }
    deployments.set(made.id, made)
    return made
  }
  recipes.countDeployments = (id) =>
    [...deployments.values()].filter(({ recipeId, withdrawnAt }) => recipeId === id && withdrawnAt === null).length

  const put = (run: RunView) => {
    runs.set(run.id, run)
    const deployment = deployments.get(run.deploymentId)
    const { nodes: _nodes, retryOf: _retryOf, ...summary } = run
    if (deployment !== undefined) deployments.set(deployment.id, { ...deployment, lastRun: summary })
    recipes.change(recipes.find(run.recipeId), { lastRun: summary, version: recipes.find(run.recipeId).version })
    emit({ kind: 'run', run: summary })
    return run
  }
  const run = (deployment: DeploymentView, status: RunView['status'], minutes: number, more: Partial<RunView> = {}): RunView => {
    const made = runOf(deployment, runs.size, status, minutes)
    return put({ ...made, ...more })
  }

  let n = 0
  for (const recipe of [...recipes.all.values()].slice(0, 40)) {
    if (n++ % 2 === 1) continue
    const deployment = deploy(recipe, ago(60 * 30))
    run(deployment, 'succeeded', 60 * 26, { cause: 'slack', startedBy: null })
    run(deployment, 'interrupted', 60 * 5)
    run(deployment, n % 4 === 1 ? 'failed' : 'succeeded', 12 + n)
  }

  const find = (id: string) => runs.get(id) ?? fail('NOT_FOUND')
  const deploymentOf = (id: string) => deployments.get(id) ?? fail('NOT_FOUND')
  type Deployment = Inputs['deployment']
  return {
    'deployment.list': ({ recipeId }: Deployment['list']) => ({
      items: [...deployments.values()].filter((one) => recipeId === undefined || one.recipeId === recipeId).reverse(),
    }),
    'deployment.get': ({ id }: Deployment['get']) => deploymentOf(id),
    'deployment.deploy': ({ id }: Deployment['deploy']) => {
      const recipe = recipes.find(id)
      const { problems, incomplete } = recipes.verdict(recipe)
      if (incomplete.length > 0) return fail('INVALID_INPUT', { fields: incomplete })
      if (problems.length > 0) return fail('WORKFLOW_CREDENTIAL_GRANT', { problems })
      const made = deploy(recipe, ago(0))
      emit({ kind: 'recipes', recipeIds: [recipe.id] })
      return made
    },
    'deployment.withdraw': ({ id }: Deployment['withdraw']) => {
      const withdrawn = { ...deploymentOf(id), withdrawnAt: ago(0) }
      deployments.set(id, withdrawn)
      emit({ kind: 'recipes', recipeIds: [withdrawn.recipeId] })
      return withdrawn
    },
    'deployment.run': ({ id }: Deployment['run']) => run(deploymentOf(id), 'running', 0),
    'run.list': ({ recipeId, limit = 50, cursor = '0' }: Inputs['run']['list']) => {
      const all = [...runs.values()].filter((one) => recipeId === undefined || one.recipeId === recipeId).reverse()
      const end = Number(cursor) + Number(limit)
      return { items: all.slice(Number(cursor), end), nextCursor: end < all.length ? String(end) : null }
    },
    'run.get': ({ id }: Inputs['run']['get']) => find(id),
    'run.retry': ({ id }: Inputs['run']['retry']) => {
      const before = find(id)
      if (before.status !== 'failed') return fail('RUN_NOT_FAILED')
      return run(deploymentOf(before.deploymentId), 'succeeded', 0, { cause: 'retry', retryOf: before.id })
    },
    'run.cancel': ({ id }: Inputs['run']['cancel']) => put({ ...find(id), status: 'cancelled', finishedAt: ago(0) }),
  }
}

/** A run of everything in a deployment: what comes before the place where it stands has ended well. */
function runOf(
  { id, recipeId, recipeName, nodes }: DeploymentView,
  n: number,
  status: RunView['status'],
  minutes: number,
): RunView {
  const at = status === 'succeeded' ? nodes.length : Math.min(2, nodes.length - 1)
  const stopped = status === 'failed' ? nodes[at] : undefined
  const summary: RunSummary = {
    id: runId(n),
    deploymentId: id,
    recipeId,
    recipeName,
    status,
    cause: 'manual',
    startedBy: ada,
    startedAt: ago(minutes),
    finishedAt: status === 'running' ? null : ago(minutes - 0.05),
    failedNode: stopped ? { nodeId: stopped.id, name: stopped.name, code: 'PROVIDER_ERROR' } : null,
  }
  return {
    ...summary,
    retryOf: null,
    nodes: nodes.map(({ id: nodeId, name, kind }, index): RunNodeView => {
      const here = index === at ? nodeStatus[status] : index < at ? 'succeeded' : 'waiting'
      const began = here !== 'waiting' && here !== 'skipped'
      return {
        nodeId,
        name,
        kind,
        status: here,
        startedAt: began ? ago(minutes - index * 0.01) : null,
        finishedAt: began && here !== 'running' ? ago(minutes - index * 0.01 - 0.008) : null,
        output: here === 'succeeded' ? outputOf(index) : null,
        outputTruncated: index === 3,
        error:
          here === 'failed'
            ? {
                code: 'PROVIDER_ERROR',
                message: 'GitHub answered with an error: Issues are disabled for this repository.',
                providerError: 'issues_disabled',
                recovery: 'retry',
              }
            : null,
        times: began ? 1 : 0,
      }
    }),
  }
}

const nodeStatus: Record<RunView['status'], RunNodeView['status']> = {
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'skipped',
  interrupted: 'skipped',
}

function outputOf(index: number): RunNodeView['output'] {
  if (index === 0)
    return {
      channel: 'C024BE91L',
      user: { id: 'U061F7AUR', name: 'grace' },
      text: 'The gripper drops parts: bug?',
      ts: '1764336000.000200',
      thread: null,
      reactions: [{ name: 'eyes', count: 2 }],
      edited: false,
    }
  if (index === 1) return true
  return {
    number: 40 + index,
    url: `https://github.com/acme-robotics/gripper/issues/${40 + index}`,
    labels: ['bug', 'from slack'],
  }
}
