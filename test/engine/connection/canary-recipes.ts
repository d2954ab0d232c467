import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { ConnectionId, RunId } from '../../../src-shared/domain/identifiers'
import { type CanaryRun, me } from './canary-run'
import { grace } from './engine-fixture'

/** What recipes do with connections: once as it should be, and once with providers that say back what they were sent. */
export async function goThroughRecipes(
  run: CanaryRun,
  ids: { slack: ConnectionId; github: ConnectionId; passport: ConnectionId },
) {
  const { attempt, engine, network } = run
  const { recipe, deployment, grant } = engine.useCases
  const keys = (await engine.useCases.connection.list(me, { type: 'genericApiKey', status: 'active', limit: 50 })).items
  const asking = keys.map(({ id, details }, index) => ({
    ...{ id: `ask${index}`, kind: 'http.request', name: 'Ask', bound: id },
    params: { method: 'POST', url: `${details.origins?.[0]}/echo`, body: { credentials_: 'none' } },
  }))
  const nodes = [
    ...asking,
    { id: 'post', kind: 'slack.action', params: { operation: 'post_message', channel: 'general', text: 'Hi' }, bound: ids.slack },
    { id: 'list', kind: 'github.action', params: { operation: 'list_repositories' }, bound: ids.github },
    { id: 'library', kind: 'library', params: { part: 'LM358DR' }, bound: ids.passport },
    { id: 'share', kind: 'share_link', params: { asset: 'asset_1' }, bound: ids.passport },
    { id: 'send', kind: 'send_to_desktop', params: { asset: 'asset_1' }, bound: ids.passport },
  ]
  const deployments: DeploymentView[] = []
  // One each, so that a failure keeps no other from its turn.
  for (const { bound, ...node } of nodes) {
    const document = { format: 1, name: 'At Larkspur', nodes: [{ name: node.id, ...node }], edges: [] }
    const made = await attempt(recipe.import(me, document as never))
    if (!made) throw new Error('the recipe was not imported')
    await attempt(recipe.choose(me, { id: made.id, nodeId: node.id, connectionId: bound }))
    const deployed = await attempt(deployment.deploy(me, { id: made.id }))
    if (deployed) deployments.push(deployed)
    await attempt(deployment.deploy(grace, { id: made.id }))
  }
  if (deployments.length !== nodes.length) throw new Error('a recipe was not deployed')
  await runAll(run, deployments)
  for (const status of [0, 200, 400, 503]) {
    for (const which of [0, 'all'] as const) {
      run.listen(network.playBack(status, which))
      await runAll(run, deployments)
    }
  }
  run.listen()
  for (const context of [me, grace]) {
    await attempt(grant.list(context, undefined))
    await attempt(deployment.list(context, {}))
    await attempt(recipe.list(context, {}))
    await attempt(engine.useCases.run.list(context, { limit: 200 }))
  }
}

async function runAll({ attempt, engine }: CanaryRun, deployments: readonly DeploymentView[]): Promise<void> {
  const { deployment, run } = engine.useCases
  for (const { id } of deployments) {
    const ran = await attempt(deployment.run(me, { id }))
    if (!ran) throw new Error('it was not run')
    const again: { id: RunId } = { id: ran.id }
    await attempt(run.get(grace, again))
    if (ran.status === 'failed') await attempt(run.retry(me, again))
  }
}
