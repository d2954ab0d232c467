import { z } from 'zod'
import type { Json } from '../../../src-shared/domain/recipe/json'
import type { Delivery } from '../provider/provider-events'

/** Something that happened at a provider and that a trigger may wait for. */
export interface TriggerEvent {
  kind: 'slack.trigger' | 'github.trigger'
  /** The provider's own id of the delivery. */
  deliveryId: string
  /** As the trigger's parameter has it. */
  event: string
  /** Which connections it reached: those with this account, where it names one, and these details. */
  concerns: { accountId?: string; details: Readonly<Record<string, string | number>> }
  /** Slack's channel, by id, or GitHub's repository, by name. */
  place: string
  /** Who did it, as the provider names them. */
  by: string | undefined
  output: Json
}

/** The events of a delivery whose signature was found good. */
export function triggerEvent(type: string, delivery: Delivery): TriggerEvent | undefined {
  const json = parse(delivery.body)
  if (type === 'slackApi') return slackEvent(json)
  return type === 'githubApi' ? githubEvent(delivery.headers, json) : undefined
}

/** Source: https://docs.slack.dev/reference/events/message and …/app_mention */
const SlackMessage = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().max(100),
  api_app_id: z.string().max(100),
  event_id: z.string().min(1).max(200),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    // What was edited, deleted, or said about the channel itself is no message of anybody's.
    subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
    channel: z.string().max(100),
    user: z.string().max(100).optional(),
    bot_id: z.string().optional(),
    text: z.string().default(''),
    ts: z.string().max(100),
    thread_ts: z.string().max(100).optional(),
  }),
})

function slackEvent(json: unknown): TriggerEvent | undefined {
  const callback = SlackMessage.safeParse(json).data
  // What a bot says starts nothing: two recipes would talk to each other for ever.
  if (callback === undefined || callback.event.bot_id !== undefined) return undefined
  const { type, channel, user, text, ts, thread_ts: thread } = callback.event
  const event = type === 'message' ? 'message' : 'mention'
  return {
    kind: 'slack.trigger',
    deliveryId: `slackApi:${callback.event_id}`,
    event,
    concerns: { accountId: callback.team_id, details: { appId: callback.api_app_id } },
    place: channel,
    by: user,
    output: { event, team: callback.team_id, channel, user: user ?? null, text, ts, thread: thread ?? null },
  }
}

/** Source: https://docs.github.com/webhooks/webhook-events-and-payloads */
const GitHubPayload = z.looseObject({
  action: z.string().max(100).optional(),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({ full_name: z.string().max(300) }),
  sender: z.object({ login: z.string().max(100), type: z.string().optional() }).optional(),
})

function githubEvent(headers: Delivery['headers'], json: unknown): TriggerEvent | undefined {
  const event = headers['x-github-event'] ?? ''
  const deliveryId = headers['x-github-delivery'] ?? ''
  const payload = GitHubPayload.safeParse(json).data
  if (payload === undefined || !['issues', 'push', 'pull_request'].includes(event)) return undefined
  // What an App did starts nothing, as with Slack.
  if (payload.sender?.type === 'Bot') return undefined
  const { action = null, repository, sender, installation } = payload
  return {
    kind: 'github.trigger',
    deliveryId: `githubApi:${deliveryId}`,
    event,
    concerns: { details: { installationId: installation.id } },
    place: repository.full_name,
    by: sender?.login,
    output: { event, action, repository: repository.full_name, sender: sender?.login ?? null, payload: payload as Json },
  }
}

function parse(body: string): unknown {
  try {
    // GitHub sends a form with the JSON in it where the App's webhook is set up so.
    return JSON.parse(body.startsWith('payload=') ? (new URLSearchParams(body).get('payload') ?? '') : body)
  } catch {
    return undefined
  }
}
