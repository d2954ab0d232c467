import { createHmac } from 'node:crypto'
import type { Delivery } from '../../../src-main/engine/provider/provider-events'

/** A delivery as GitHub would sign and send it. `suspendedAt` in milliseconds since the epoch. */
export function githubDelivery(
  options: { action: string; installationId: number; appId: number; deliveryId: string; suspendedAt?: number },
  webhookSecret: string,
): Delivery {
  const { action, installationId, appId, deliveryId, suspendedAt } = options
  const suspended = suspendedAt === undefined ? null : new Date(suspendedAt).toISOString()
  const body = JSON.stringify({
    action,
    installation: { id: installationId, app_id: appId, suspended_at: suspended },
    repositories: [],
    sender: { login: 'ada-lindqvist' },
  })
  return {
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'installation',
      'x-github-delivery': deliveryId,
      'x-hub-signature-256': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
    },
    body,
  }
}
