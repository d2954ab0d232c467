import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Delivery } from '../../../src-main/engine/provider/provider-events'
import { slackEvents } from '../../../src-main/engine/provider/slack-events'

// The example of Slack's own page "Verifying requests from Slack".
const published = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  timestamp: '1531420618',
  body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
}
const secret = 'signing-secret'
const now = 1_800_000_000_000

function signed(body: unknown, { at = now / 1000, key = secret } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const signature = `v0=${createHmac('sha256', key).update(`v0:${at}:${text}`).digest('hex')}`
  return { headers: { 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature }, body: text }
}
const callback = (event: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  api_app_id: 'A1',
  event_id: 'Ev1',
  event_time: 1_799_999_999,
  event,
})
const read = (delivery: Delivery) => slackEvents.read(delivery, secret, now)

test('Slack’s published example is taken', () => {
  const headers = { 'x-slack-request-timestamp': published.timestamp, 'x-slack-signature': published.signature }
  const at = Number(published.timestamp) * 1000
  expect(slackEvents.read({ headers, body: published.body }, published.secret, at)).toEqual({ kind: 'other' })
})

test.each<[string, Delivery]>([
  ['another secret', signed(callback({ type: 'app_uninstalled' }), { key: 'other' })],
  ['a changed body', { ...signed(callback({ type: 'app_uninstalled' })), body: '{}' }],
  ['no signature', { ...signed({}), headers: { 'x-slack-request-timestamp': String(now / 1000) } }],
  ['no timestamp', { ...signed({}), headers: { 'x-slack-signature': 'v0=00' } }],
  ['a timestamp that is no number', signed({}, { at: Number.NaN })],
  ['a timestamp six minutes old', signed({}, { at: now / 1000 - 360 })],
  ['a timestamp six minutes ahead', signed({}, { at: now / 1000 + 360 })],
])('a delivery with %s is refused', (_, delivery) => {
  expect(read(delivery)).toBeUndefined()
})

test.each(['tokens_revoked', 'app_uninstalled'] as const)(
  '%s names the workspace, the app, the moment and the delivery',
  (type) => {
    expect(read(signed(callback({ type })))).toEqual({
      kind: 'event',
      event: {
        deliveryId: 'Ev1',
        event: type,
        occurredAt: 1_799_999_999_000,
        concerns: { accountId: 'T1', details: { appId: 'A1' } },
      },
    })
  },
)

test('tokens of people that were revoked are none of our business, those of bots are', () => {
  const kindOf = (tokens: object) => read(signed(callback({ type: 'tokens_revoked', tokens })))?.kind
  expect(kindOf({ oauth: ['U1'] })).toBe('other')
  expect(kindOf({ oauth: ['U1'], bot: [] })).toBe('other')
  expect(kindOf({ oauth: ['U1'], bot: ['U2'] })).toBe('event')
  expect(kindOf({ bot: ['U2'] })).toBe('event')
})

test('a challenge is answered with itself', () => {
  expect(read(signed({ type: 'url_verification', challenge: 'abc' }))).toEqual({ kind: 'challenge', challenge: 'abc' })
})

test.each([1e12, 8.64e12 + 1, Number.MAX_SAFE_INTEGER])('an event of a time that no date can hold says nothing: %d', (time) => {
  expect(read(signed({ ...callback({ type: 'app_uninstalled' }), event_time: time }))).toEqual({ kind: 'other' })
})

test.each(['', 'not json', '[]', '{"type":"event_callback"}', JSON.stringify(callback({ type: 'message' }))])(
  'a signed body that says nothing to us is taken and changes nothing: %s',
  (body) => {
    expect(read(signed(body))).toEqual({ kind: 'other' })
  },
)
