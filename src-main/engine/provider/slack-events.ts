import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Delivery, DeliveryReading, ProviderEvents } from './provider-events'

/** Slack, "Verifying requests from Slack": older ones may be replays. */
const FRESH_SECONDS = 5 * 60

export const slackEvents: ProviderEvents = {
  read: (delivery, secret, now) => (isSigned(delivery, secret, now) ? readBody(delivery.body) : undefined),
  // Slack's client id is not its app id: an app is known by the connections made with it.
  isOurs: ({ concerns }, _app, knows) => knows({ appId: concerns.details.appId }),
}

/** `v0=` and the HMAC-SHA-256 of `v0:<timestamp>:<body>` in hex. Compared in constant time. */
function isSigned({ headers, body }: Delivery, secret: string, now: number): boolean {
  const timestamp = headers['x-slack-request-timestamp'] ?? ''
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > FRESH_SECONDS) return false
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`)
  const given = Buffer.from(headers['x-slack-signature'] ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** A time that Slack's clock never says is not one of an event, and may be past what a date can hold. */
const LATEST_SECONDS = Date.UTC(9999, 0) / 1000

const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1000) })
const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().max(100),
  api_app_id: z.string().max(100),
  event_id: z.string().min(1).max(200),
  event_time: z.int().nonnegative().max(LATEST_SECONDS),
  event: z.object({
    type: z.string(),
    tokens: z.object({ oauth: z.array(z.string()).optional(), bot: z.array(z.string()).optional() }).optional(),
  }),
})

function readBody(body: string): DeliveryReading {
  const json = parse(body)
  const challenge = Challenge.safeParse(json).data
  if (challenge) return { kind: 'challenge', challenge: challenge.challenge }
  const callback = EventCallback.safeParse(json).data
  const event = callback && lifecycleEvent(callback.event)
  if (!event) return { kind: 'other' }
  return {
    kind: 'event',
    event: {
      deliveryId: callback.event_id,
      event,
      occurredAt: callback.event_time * 1000,
      concerns: { accountId: callback.team_id, details: { appId: callback.api_app_id } },
    },
  }
}

function lifecycleEvent({ type, tokens }: z.infer<typeof EventCallback>['event']) {
  if (type === 'app_uninstalled') return 'app_uninstalled'
  if (type !== 'tokens_revoked') return undefined
  // Ours is a bot token: when only people's own tokens were revoked, it goes on working.
  const onlyOfPeople = (tokens?.oauth?.length ?? 0) > 0 && (tokens?.bot?.length ?? 0) === 0
  return onlyOfPeople ? undefined : 'tokens_revoked'
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // signed, and still not JSON: no schema takes it, so it is none of our business
  }
}
