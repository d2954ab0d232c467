import type { NodeKind } from './node-kind'

/** What a parameter may hold. `number`: or text that stands for one. `texts`: an object of texts. A template stands for anything. */
export type ParamType = 'text' | 'number' | 'texts' | 'json'

export interface ParamRule {
  type: ParamType
  /** The values that there are. */
  oneOf?: readonly string[]
  /** In whatever case they are written. */
  anyCase?: true
}

const text: ParamRule = { type: 'text' }
const number: ParamRule = { type: 'number' }
const json: ParamRule = { type: 'json' }
const choice = (...oneOf: string[]): ParamRule => ({ type: 'text', oneOf })

const symbolFormats = choice('kicad', 'symbol', 'footprint', 'step')

/**
 * The parameters of each kind; null where any will do. Source: "Node kinds, what they need and take" in the recipes
 * specification, and `docs/neurocad-services.md` for the formats.
 */
export const nodeParams: Record<NodeKind, Readonly<Record<string, ParamRule>> | null> = {
  'slack.trigger': { event: choice('message', 'mention'), channel: text },
  'slack.action': { operation: choice('post_message', 'read_messages', 'list_channels'), channel: text, text },
  'github.trigger': { event: choice('issues', 'push', 'pull_request'), repository: text },
  'github.action': {
    operation: choice('create_issue', 'comment', 'get_issue', 'list_repositories'),
    repository: text,
    title: text,
    body: text,
    number,
  },
  library: { part: text, format: symbolFormats },
  schematic: { part: text, format: symbolFormats },
  share_link: { asset: text, expiresInHours: number },
  send_to_desktop: { asset: text, fileName: text },
  'http.request': {
    method: { ...choice('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'), anyCase: true },
    url: text,
    headers: { type: 'texts' },
    body: json,
  },
  'webhook.trigger': {},
  'manual.trigger': {},
  // Whatever it is given is what it gives, so its names are its author's.
  'local.set': null,
  'control.if': { value: json, equals: json, notEquals: json, contains: json, condition: json },
  'control.each': { items: json },
  note: { text },
}
