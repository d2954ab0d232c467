import type { Inputs, Outputs } from '../../../src-shared/contract'
import { bindingWords as words } from '../../../src-shared/words/en/binding'
import { refusalWords } from '../../../src-shared/words/en/refusal'
import { findRow } from '../connection/connection-row'
import type { CallContext } from '../engine'
import { invalidInput } from '../error'
import type { MadeSource } from '../webhook/webhooks'
import { bindNode, findNode } from './bind-node'
import { connectionIn } from './read-facts'
import type { RecipeDependencies } from './recipe-parts'
import { recipeView } from './recipe-view'

/**
 * Makes the source of a Webhook trigger and binds it, or gives the one that it has a new secret, which is told this once; a
 * sender's own may be pasted, and is not told. Throws `NOT_FOUND`, and `INVALID_INPUT` for other nodes and secrets that are none.
 */
export async function makeWebhook(
  deps: RecipeDependencies,
  context: CallContext,
  { id, nodeId, secret }: Inputs['recipe']['makeWebhook'],
): Promise<Outputs['recipe']['makeWebhook']> {
  const node = findNode(deps, id, nodeId)
  if (node.kind !== 'webhook.trigger') throw invalidInput('nodeId', words.notWebhookTrigger)
  const bound = findRow(deps.vault, connectionIn(node.credential) ?? '')
  const isKept = bound?.type === 'webhook_source' && bound.status === 'active'
  const made: MadeSource = isKept
    ? await deps.webhooks.rotate(context.actor, String(bound.id), secret)
    : await deps.webhooks.make(context.actor, node.name, secret)
  const recipe = isKept
    ? recipeView(deps, context, id)
    : await bindNode(deps, context, { id, nodeId, connectionId: made.source.id })
  const hook = recipe.hooks.find((one) => one.nodeId === nodeId)
  if (hook === undefined) throw invalidInput('nodeId', refusalWords.mustBeThere)
  return { recipe, hook, secret: made.secret ?? null }
}
