import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { githubEvents } from '../../../../src-main/engine/provider/github/events'
import type { Delivery } from '../../../../src-main/engine/provider/provider-events'
import { app, now } from './github-at'

const secret = 'webhook-secret'
const signature = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`

function signed(body: unknown, headers: Record<string, string> = {}): Delivery {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    headers: {
      'x-hub-signature-256': signature(text),
      'x-github-event': 'installation',
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      ...headers,
    },
    body: text,
  }
}
const payload = (action: string, suspendedAt: string | null = null) => ({
  action,
  installation: { id: 42, app_id: 7, suspended_at: suspendedAt },
})
const read = (delivery: Delivery) => githubEvents.read(delivery, secret, now)
const eventOf = (delivery: Delivery) => {
  const reading = read(delivery)
  if (reading?.kind !== 'event') throw new Error('not an event')
  return reading.event
}
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

test('GitHub’s published example of a signature is taken', () => {
  // docs.github.com, "Validating webhook deliveries", "Testing the webhook payload validation".
  const headers = {
    'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    'x-github-delivery': '1',
  }
  const reading = githubEvents.read({ headers, body: 'Hello, World!' }, "It's a Secret to Everybody", now)
  expect(reading).toEqual({ kind: 'other' })
})

test.for([
  ['another secret', { 'x-hub-signature-256': signature(JSON.stringify(payload('deleted')), 'other') }],
  ['the older SHA-1 signature', { 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` }],
  ['no signature', { 'x-hub-signature-256': '' }],
  ['a signature cut short', { 'x-hub-signature-256': signature(JSON.stringify(payload('deleted'))).slice(0, -1) }],
  ['no id', { 'x-github-delivery': '' }],
  ['an id of no sensible form', { 'x-github-delivery': 'a b' }],
] as const)('a delivery with %s is refused', ([, headers]) => {
  expect(read(signed(payload('deleted'), headers))).toBeUndefined()
})

test('a delivery whose body was changed is refused', () => {
  expect(read({ ...signed(payload('suspend')), body: JSON.stringify(payload('deleted')) })).toBeUndefined()
})

test.for([
  ['deleted', 'installation_deleted'],
  ['suspend', 'installation_suspended'],
  ['unsuspend', 'installation_unsuspended'],
] as const)('%s names the installation, the App and the delivery', ([action, event]) => {
  expect(eventOf(signed(payload(action)))).toEqual({
    deliveryId: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    event,
    occurredAt: now,
    concerns: { details: { installationId: 42, appId: '7' } },
  })
})

test('a suspension is dated by when it began, as late as clocks may differ, and never in the future', () => {
  expect(eventOf(signed(payload('suspend', ago(60)))).occurredAt).toBe(now - 55 * 60_000)
  expect(eventOf(signed(payload('suspend', ago(4)))).occurredAt).toBe(now)
  expect(eventOf(signed(payload('suspend', ago(-30)))).occurredAt).toBe(now)
})

test('what is deleted or no longer suspended is dated now: its payload has no moment of its own', () => {
  expect(eventOf(signed(payload('deleted', ago(60)))).occurredAt).toBe(now)
  expect(eventOf(signed(payload('unsuspend', ago(60)))).occurredAt).toBe(now)
})

test('an event of another App is not ours', () => {
  const event = eventOf(signed(payload('deleted')))
  const of = (appId: string) => githubEvents.isOurs(event, { ...app, fields: { ...app.fields, appId } }, () => true)
  expect([of('7'), of('8')]).toEqual([true, false])
})

test.for<[string, Delivery]>([
  ['a ping', signed({ zen: 'Design for failure.' }, { 'x-github-event': 'ping' })],
  ['an event of a repository', signed({ action: 'deleted', installation: { id: 42 } }, { 'x-github-event': 'repository' })],
  ['an installation that was made', signed(payload('created'))],
  ['an installation without a number', signed({ action: 'deleted', installation: { app_id: 7 } })],
  ['no JSON', signed('not json')],
])('%s, signed, is taken and changes nothing', ([, delivery]) => {
  expect(read(delivery)).toEqual({ kind: 'other' })
})

test('a webhook that sends its payload as a form is understood as well', () => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload('deleted')) }).toString()
  const delivery = signed(body, { 'content-type': 'application/x-www-form-urlencoded' })
  expect(eventOf(delivery)).toMatchObject({ event: 'installation_deleted', concerns: { details: { installationId: 42 } } })
})
