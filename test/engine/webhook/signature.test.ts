import { expect, test } from 'vitest'
import { readSigned, signWebhook } from '../../../src-main/engine/webhook/signature'
import { pastedKey, secretText } from '../../../src-main/engine/webhook/source-secret'

// From the Standard Webhooks reference libraries, so that other programs' signatures are ours.
const key = pastedKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
const facts = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330 }
const body = '{"test": 2432232314}'
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
const delivery = { headers: { 'webhook-id': facts.id, 'webhook-timestamp': '1614265330', 'webhook-signature': signature }, body }

test('a signature is the one of Standard Webhooks, and is read back', () => {
  expect(signWebhook([key], facts, body)).toEqual(delivery)
  expect(readSigned([key], delivery)).toEqual(facts)
  expect(secretText(key)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
})

const withHeaders = (headers: Record<string, string>) => ({ headers: { ...delivery.headers, ...headers }, body })
const otherKey = new Uint8Array(32).fill(7)

test.each([
  ['another body', { ...delivery, body: '{"test": 2432232315}' }],
  ['another id', withHeaders({ 'webhook-id': 'msg_other' })],
  ['another timestamp', withHeaders({ 'webhook-timestamp': '1614265331' })],
  ['another version', withHeaders({ 'webhook-signature': signature.replace('v1', 'v2') })],
  ['a signature cut short', withHeaders({ 'webhook-signature': signature.slice(0, 20) })],
  ['an empty signature', withHeaders({ 'webhook-signature': 'v1,' })],
  ['no headers', { headers: {}, body }],
  ['the full stops moved', { headers: { ...delivery.headers, 'webhook-id': `${facts.id}.${facts.timestamp}` }, body }],
  ['a timestamp that is no number', withHeaders({ 'webhook-timestamp': '1614265330.0' })],
])('with %s it is not signed', (_, changed) => {
  expect(readSigned([key], changed)).toBeUndefined()
})

test('while a secret is rotated, either signature of two is enough, with either key of two', () => {
  const both = signWebhook([otherKey, key], facts, body)
  expect(both.headers['webhook-signature']?.split(' ')).toHaveLength(2)
  for (const keys of [[key], [otherKey], [otherKey, key]]) expect(readSigned(keys, both)).toEqual(facts)
  expect(readSigned([otherKey, key], delivery)).toEqual(facts)
  expect(readSigned([otherKey], delivery)).toBeUndefined()
  expect(readSigned([], delivery)).toBeUndefined()
})
