import type { Json } from '../../../src-shared/domain/recipe/json'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import type { RefusalCount } from '../connection/refusal-count'
import { EngineError } from '../error'
import type { WebhookDelivery } from '../webhook/signature'
import { activeDeployments, actorOf, type Deployment } from './deployment-row'
import type { RunDependencies } from './run-dependencies'
import type { Runs } from './runs'
import { safeHeaders } from './safe-headers'

/**
 * A delivery for a Webhook trigger. It is checked with the source that the deployment pinned, and starts a run of it. Whatever is
 * wrong with it, and where there is nothing that takes it, is `UNAUTHORIZED`, always the same.
 */
export async function receiveHook(
  deps: RunDependencies,
  runs: Runs,
  refusals: RefusalCount,
  { hookId, headers, body }: WebhookDelivery & { hookId: string },
): Promise<{ runId: string }> {
  const found = findHook(deps, hookId)
  if (found === undefined || !(await isGenuine(deps, found, { headers, body }))) throw refused(refusals)
  const output = { headers: safeHeaders(headers), body: read(body) }
  // Its signature was good, so it has an id. What was taken before a restart is known by that.
  const deliveryId = `webhook:${found.source}:${headers['webhook-id']}`
  const runId = await runs.heard(found.deployment, found.nodeId, output, { cause: 'webhook', deliveryId })
  if (runId === undefined) throw refused(refusals)
  return { runId }
}

function refused(refusals: RefusalCount): EngineError {
  refusals.add('webhook_source')
  return new EngineError('UNAUTHORIZED', {}, refusalWords.signatureNeeded)
}

interface Found {
  deployment: Deployment
  nodeId: string
  source: string
}

/** Of the recipe's newest deployment: an older one that was not withdrawn does not answer beside it. */
function findHook({ vault }: RunDependencies, hookId: string): Found | undefined {
  const rows = vault.store.all('SELECT deployment_id, node_id FROM deployment_hook WHERE hook_id = ?', [hookId])
  for (const deployment of activeDeployments(vault)) {
    const row = rows.find(({ deployment_id }) => deployment_id === deployment.id)
    const node = row && deployment.nodes.find(({ id }) => id === row.node_id)
    const credential = node?.credential
    if (node && credential && 'connectionId' in credential)
      return { deployment, nodeId: node.id, source: credential.connectionId }
  }
  return undefined
}

async function isGenuine(
  { webhooks }: RunDependencies,
  { deployment, source }: Found,
  delivery: WebhookDelivery,
): Promise<boolean> {
  try {
    return await webhooks.verify(actorOf(deployment), source, delivery)
  } catch (error) {
    // Its source is gone, or is not good any more: nothing that a stranger is told.
    if (error instanceof EngineError && error.code !== 'VAULT_LOCKED') return false
    throw error
  }
}

function read(body: string): Json {
  try {
    return JSON.parse(body) as Json
  } catch {
    return body
  }
}
