import { createHmac } from 'node:crypto'
import type { Delivery } from '../../../src-main/engine/provider/provider-events'

/** A delivery as Slack would sign and send it. Times in milliseconds since the epoch. */
export function slackDelivery(
  options: { type: string; teamId: string; appId: string; eventId: string; at: number; sentAt?: number },
  signingSecret: string,
): Delivery {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: options.teamId,
    api_app_id: options.appId,
    event_id: options.eventId,
    event_time: Math.floor(options.at / 1000),
    event: { type: options.type },
  })
  const timestamp = String(Math.floor((options.sentAt ?? options.at) / 1000))
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return {
    headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
    body,
  }
}
