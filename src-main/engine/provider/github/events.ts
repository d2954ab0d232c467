import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { LifecycleEvent } from '../../../../src-shared/domain/lifecycle'
import type { Delivery, DeliveryReading, ProviderEvents } from '../provider-events'

/** By as much the clocks here and at GitHub may differ, and a delivery may take. */
const TOLERANCE_MS = 5 * 60 * 1000

export const githubEvents: ProviderEvents = {
  read: (delivery, secret, now) => (isSigned(delivery, secret) ? readBody(delivery, now) : undefined),
  // Whose secret signed it is known already; one that names another App was sent to the wrong place.
  isOurs: ({ concerns: { details } }, app) => details.appId === undefined || details.appId === app.fields.appId,
}

/**
 * `sha256=` and the HMAC-SHA-256 of the body in hex, compared in constant time. Nothing says when it was signed. A delivery that
 * is played again has the same id; under another one, which nobody signs, the time of the suspension in it gives it away.
 * Source: https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
function isSigned({ headers, body }: Delivery, secret: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  const given = Buffer.from(headers['x-hub-signature-256'] ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Source: https://docs.github.com/webhooks/webhook-events-and-payloads#installation */
const InstallationPayload = z.object({
  action: z.string(),
  installation: z.object({
    id: z.int().positive(),
    app_id: z.int().positive().optional(),
    suspended_at: z.iso.datetime({ offset: true }).nullish(),
  }),
})

const lifecycleEvents: ReadonlyMap<string, LifecycleEvent> = new Map([
  ['deleted', 'installation_deleted'],
  ['suspend', 'installation_suspended'],
  ['unsuspend', 'installation_unsuspended'],
])

function readBody({ headers, body }: Delivery, now: number): DeliveryReading | undefined {
  const deliveryId = headers['x-github-delivery'] ?? ''
  if (!/^[\w-]{1,100}$/.test(deliveryId)) return undefined
  if (headers['x-github-event'] !== 'installation') return { kind: 'other' }
  const payload = InstallationPayload.safeParse(parse(payloadOf(headers, body))).data
  const event = payload && lifecycleEvents.get(payload.action)
  if (!event) return { kind: 'other' }
  const { id, app_id: appId, suspended_at: suspendedAt } = payload.installation
  return {
    kind: 'event',
    event: {
      deliveryId,
      event,
      occurredAt: event === 'installation_suspended' ? suspensionTime(suspendedAt, now) : now,
      concerns: { details: { installationId: id, ...(appId === undefined ? {} : { appId: String(appId) }) } },
    },
  }
}

/**
 * A suspension that is delivered long after it began must not undo what came in between, and one that comes in time
 * must not look older than the connection because GitHub's clock is behind: so it is dated as late as the clocks may differ.
 * The other two need no such care, and their payload has no time of theirs: a deleted installation never comes back under its
 * id, and a wrong unsuspend is found out by the next token.
 */
const suspensionTime = (suspendedAt: string | null | undefined, now: number): number =>
  suspendedAt ? Math.min(now, Date.parse(suspendedAt) + TOLERANCE_MS) : now

/** GitHub sends JSON, or a form with the JSON in it, as the webhook of the App is set up. What is signed is the body as it came. */
const payloadOf = (headers: Delivery['headers'], body: string): string =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? (new URLSearchParams(body).get('payload') ?? '')
    : body

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // signed, and still not JSON: no schema takes it, so it is none of our business
  }
}
