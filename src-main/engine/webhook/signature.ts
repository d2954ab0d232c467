import { createHmac, timingSafeEqual } from 'node:crypto'

/** A webhook as it is sent. Header names are lower case; the body is exactly what was signed. */
export interface WebhookDelivery {
  headers: Readonly<Record<string, string>>
  body: string
}

/** What a signature is made over, as the delivery's headers name it. */
export interface SignedFacts {
  id: string
  /** Seconds since the epoch. */
  timestamp: number
}

/**
 * Signs in the manner of Standard Webhooks 1.0: HMAC-SHA-256 over `<id>.<timestamp>.<body>`, one signature for each key.
 * Source: https://github.com/standard-webhooks/standard-webhooks
 */
export function signWebhook(keys: readonly Uint8Array[], { id, timestamp }: SignedFacts, body: string): WebhookDelivery {
  const signatures = keys.map((key) => `v1,${signatureOf(key, id, timestamp, body).toString('base64')}`)
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') }
  return { headers, body }
}

/** What the delivery says of itself, if it was signed with any of these keys. Compared in constant time. */
export function readSigned(keys: readonly Uint8Array[], { headers, body }: WebhookDelivery): SignedFacts | undefined {
  const id = headers['webhook-id'] ?? ''
  const digits = headers['webhook-timestamp'] ?? ''
  // Neither may hold the full stop that ends it: the same bytes would be signed for another id and body.
  if (!/^[\w:-]{1,200}$/.test(id) || !/^[1-9]\d{0,11}$/.test(digits)) return undefined
  const timestamp = Number(digits)
  const given = (headers['webhook-signature'] ?? '').slice(0, 2000).split(' ')
  const expected = keys.map((key) => signatureOf(key, id, timestamp, body))
  const matches = given.filter((text) => text.startsWith('v1,')).map((text) => Buffer.from(text.slice(3), 'base64'))
  const isSigned = matches.some((one) => expected.some((other) => one.length === other.length && timingSafeEqual(one, other)))
  return isSigned ? { id, timestamp } : undefined
}

const signatureOf = (key: Uint8Array, id: string, timestamp: number, body: string): Buffer =>
  createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
