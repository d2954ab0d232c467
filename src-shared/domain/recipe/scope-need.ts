import type { RecipeNode } from './recipe'

/** By operation or event. Sources: the method pages of https://docs.slack.dev, "Permissions required for GitHub Apps". */
const scopesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['slack.trigger message', ['channels:history']],
  ['slack.trigger mention', ['app_mentions:read']],
  ['slack.action post_message', ['chat:write']],
  ['slack.action read_messages', ['channels:history', 'channels:read']],
  ['slack.action list_channels', ['channels:read']],
  ['github.trigger issues', ['issues:read']],
  ['github.trigger push', ['contents:read']],
  ['github.trigger pull_request', ['pull_requests:read']],
  ['github.action create_issue', ['issues:write']],
  ['github.action comment', ['issues:write']],
  ['github.action get_issue', ['issues:read']],
  ['github.action list_repositories', ['metadata:read']],
])

/** Scopes that a node's operation needs; null where nobody can know: it is named by a template, or is any request. */
export function scopesNeeded({ kind, params }: Pick<RecipeNode, 'kind' | 'params'>): readonly string[] | null {
  if (kind === 'http.request') return null
  const name = kind.endsWith('.trigger') ? 'event' : 'operation'
  const choice = Object.hasOwn(params, name) ? params[name] : undefined
  if (choice === undefined || choice === '') return []
  return scopesOf.get(`${kind} ${String(choice)}`) ?? (String(choice).includes('{{') ? null : [])
}

/** A GitHub permission to write is one to read as well. */
const covers = (granted: string, needed: string): boolean => granted === needed || granted === needed.replace(/:read$/, ':write')

/** Belong to the app rather than to any node: the Slack command that links a channel, and what GitHub gives every App. */
const unasked = new Set(['commands', 'metadata:read'])

/** Scopes granted against scopes that nodes use. `unused` is empty where a node could use any of them. */
export function compareScopes(granted: readonly string[], nodes: readonly Pick<RecipeNode, 'kind' | 'params'>[]) {
  const needs = nodes.map(scopesNeeded)
  const needed = [...new Set(needs.flatMap((scopes) => scopes ?? []))].sort()
  const isKnown = !needs.includes(null)
  return {
    granted: [...granted],
    needed,
    unused: isKnown ? granted.filter((scope) => !unasked.has(scope) && !needed.some((one) => covers(scope, one))) : [],
    missing: needed.filter((scope) => !granted.some((one) => covers(one, scope))),
  }
}
