import { recipeProblemWords as words } from '../../words/en/recipe-problem'
import type { Json } from './json'
import type { NodeKind } from './node-kind'
import type { MissingParam } from './problem'
import type { RecipeNode } from './recipe'

type Node = Pick<RecipeNode, 'id' | 'kind' | 'params'>

/** What a kind cannot do without. */
const needed: Record<NodeKind, readonly string[]> = {
  'slack.trigger': ['event'],
  'slack.action': ['operation'],
  'github.trigger': ['event', 'repository'],
  'github.action': ['operation'],
  library: ['part'],
  schematic: ['part'],
  share_link: ['asset'],
  send_to_desktop: ['asset'],
  'http.request': ['method', 'url'],
  'webhook.trigger': [],
  'manual.trigger': [],
  'local.set': [],
  'control.if': [],
  'control.each': ['items'],
  note: ['text'],
}

/** What an operation asks for besides. One that a template names is known when it is run. */
const neededBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['post_message', ['channel', 'text']],
  ['read_messages', ['channel']],
  ['list_channels', []],
  ['create_issue', ['repository', 'title']],
  ['comment', ['repository', 'number', 'body']],
  ['get_issue', ['repository', 'number']],
  ['list_repositories', []],
])

/** Names of the parameters that the node cannot do without and does not have. */
export function missingParams({ kind, params }: Node): string[] {
  if (kind === 'control.if') return has(params, 'value') || has(params, 'condition') ? [] : ['value']
  const operation = Object.hasOwn(params, 'operation') ? String(params.operation) : ''
  return [...needed[kind], ...(neededBy.get(operation) ?? [])].filter((name) => !has(params, name))
}

/** Every parameter that is missing in a recipe, by its place. */
export function incompleteParams(nodes: readonly Node[]): MissingParam[] {
  return nodes.flatMap((node, index) =>
    missingParams(node).map((name) => ({
      path: `nodes.${index}.params.${name}`,
      nodeId: node.id,
      message: node.kind === 'control.if' ? words.valueOrCondition : words.isMissing,
    })),
  )
}

function has(params: Node['params'], name: string): boolean {
  const value: Json | undefined = Object.hasOwn(params, name) ? params[name] : undefined
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')
}
