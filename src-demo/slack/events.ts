import { createHmac, randomBytes } from 'node:crypto'
import { eventDelivery } from '../event-delivery'
import { slackAppId } from './app'

/** Slack, "Events API": what it tells an app of a workspace. */
export type SlackEvent = 'app_uninstalled' | 'tokens_revoked'

/** Signed deliveries of events (Slack, "Verifying requests from Slack"). */
export function slackEvents(url: string, signingSecret: string) {
  const { send, idle, close } = eventDelivery(url)
  return {
    send(type: SlackEvent, teamId: string): void {
      const seconds = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({
        type: 'event_callback',
        team_id: teamId,
        api_app_id: slackAppId,
        event_id: `Ev${randomBytes(8).toString('hex').toUpperCase()}`,
        event_time: seconds,
        event: { type },
      })
      const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
      send({ 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` }, body)
    },
    idle,
    close,
  }
}
