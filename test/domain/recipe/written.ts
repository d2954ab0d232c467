import { ConnectionId } from '../../../src-shared/domain/identifiers'
import { NodeKind } from '../../../src-shared/domain/recipe/node-kind'
import type { RecipeNode } from '../../../src-shared/domain/recipe/recipe'

/** Ids that differ in their last two characters. */
export const connectionId = (end: string) => ConnectionId.parse(`cred_01J9Z3K4M5N6P7Q8R9S0T1V2${end}`)

/** A node with nothing wrong with it. */
export function node(id: string, kind: NodeKind, more: Partial<RecipeNode> = {}): RecipeNode {
  return { id, kind, name: `The ${id}`, params: workingParams[kind], ...more }
}

/** Parameters of each kind that are complete. */
export const workingParams: Record<NodeKind, RecipeNode['params']> = {
  'slack.trigger': { event: 'message' },
  'slack.action': { operation: 'post_message', channel: 'general', text: 'Hello' },
  'github.trigger': { event: 'issues', repository: 'acme/site' },
  'github.action': { operation: 'create_issue', repository: 'acme/site', title: 'Broken' },
  library: { part: 'NE555P' },
  schematic: { part: 'NE555P' },
  share_link: { asset: 'asset_1' },
  send_to_desktop: { asset: 'asset_1' },
  'http.request': { method: 'GET', url: 'https://example.com' },
  'webhook.trigger': {},
  'manual.trigger': {},
  'local.set': { values: { a: 1 } },
  'control.if': { value: true },
  'control.each': { items: [1] },
  note: { text: 'Read this' },
}

export const kinds = NodeKind.options
