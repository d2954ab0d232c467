import { createHmac, randomUUID } from 'node:crypto'
import type { GitHubApp } from './app'

/** Signed deliveries of events. Nothing waits for one, and one that fails is not sent again. */
export interface Webhooks {
  send(app: GitHubApp, event: string, payload: object): void
  /** Gives up what is on its way. */
  close(): Promise<void>
}

/** GitHub, "Best practices for using webhooks": a delivery that takes longer has failed. */
const TIMEOUT_MS = 10_000

/** GitHub, "Validating webhook deliveries" and "Webhook events and payloads". */
export function webhooks(url: string): Webhooks {
  const closing = new AbortController()
  const underway = new Set<Promise<unknown>>()
  return {
    send(app, event, payload) {
      const body = JSON.stringify(payload)
      const delivery = fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/demo',
          'x-github-event': event,
          'x-github-delivery': randomUUID(),
          'x-github-hook-installation-target-type': 'integration',
          'x-github-hook-installation-target-id': String(app.appId),
          'x-hub-signature-256': `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`,
        },
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
        .then((answer) => answer.body?.cancel())
        .catch(() => undefined)
        .finally(() => underway.delete(delivery))
      underway.add(delivery)
    },
    async close() {
      closing.abort()
      await Promise.all(underway)
    },
  }
}
