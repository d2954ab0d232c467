import { createHmac, randomUUID } from 'node:crypto'
import { type EventDelivery, eventDelivery } from '../event-delivery'
import type { GitHubApp } from './app'

/** Signed deliveries of events. */
export interface Webhooks extends Pick<EventDelivery, 'idle' | 'close'> {
  send(app: GitHubApp, event: string, payload: object): void
}

/** GitHub, "Validating webhook deliveries" and "Webhook events and payloads". */
export function webhooks(url: string): Webhooks {
  const { send, idle, close } = eventDelivery(url)
  return {
    send(app, event, payload) {
      const body = JSON.stringify(payload)
      send(
        {
          'user-agent': 'GitHub-Hookshot/demo',
          'x-github-event': event,
          'x-github-delivery': randomUUID(),
          'x-github-hook-installation-target-type': 'integration',
          'x-github-hook-installation-target-id': String(app.appId),
          'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
        },
        body,
      )
    },
    idle,
    close,
  }
}
