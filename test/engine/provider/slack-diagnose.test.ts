import { expect, test } from 'vitest'
import { providerFailure } from '../../../src-main/engine/oauth/provider-failure'
import type { SlackCall } from '../../../src-main/engine/provider/slack-channels'
import { diagnoseSlack } from '../../../src-main/engine/provider/slack-diagnose'

/** What Slack may answer and the demo never does; the demo's own answers are in the test of a connection's diagnosis. */

const scopes = ['channels:read', 'groups:read']
const channel = (number: number, change: object = {}) => ({
  id: `C${number}`,
  name: `channel-${number}`,
  is_member: false,
  ...change,
})

/** A workspace that answers pages of channels, and keeps what it was asked. */
function workspace(channels: object[], pageSize = 1000) {
  const asked: [string, Record<string, string>][] = []
  const call: SlackCall = async (method, form) => {
    asked.push([method, form])
    if (method !== 'conversations.list') throw providerFailure('channel_not_found')
    const from = Number(form.cursor ?? 0)
    const next = from + pageSize < channels.length ? String(from + pageSize) : ''
    return { ok: true, channels: channels.slice(from, from + pageSize), response_metadata: { next_cursor: next } }
  }
  return { call, asked }
}
const many = (count: number) => Array.from({ length: count }, (_, index) => channel(index))

test('a channel is found on a later page, and no page after it is asked for', async () => {
  const { call, asked } = workspace([...many(25), channel(99, { name: 'here', is_member: true }), ...many(25)], 10)
  expect(await diagnoseSlack(call, scopes, '#Here')).toEqual([
    { check: 'channel', result: 'ok', message: 'The bot is in #here.' },
  ])
  expect(asked).toHaveLength(3)
})

test('a workspace too large to look through is asked ten times, and the line stays open', async () => {
  const { call, asked } = workspace(many(500), 10)
  expect(await diagnoseSlack(call, scopes, 'nowhere')).toMatchObject([
    { result: 'unknown', message: expect.stringContaining('id of the channel') },
  ])
  expect(asked).toHaveLength(10)
  expect(await diagnoseSlack(call, scopes)).toMatchObject([{ result: 'unknown' }])
})

test('only channels whose scope was granted are asked for', async () => {
  const { call, asked } = workspace([channel(1, { is_member: true })])
  await diagnoseSlack(call, ['channels:read', 'chat:write'])
  expect(asked).toEqual([['conversations.list', { types: 'public_channel', limit: '1000' }]])
  expect(await diagnoseSlack(call, ['chat:write'])).toMatchObject([{ result: 'unknown', action: { kind: 'reconnect' } }])
  expect(asked).toHaveLength(1)
})

test('an archived channel is a problem, and membership of one counts for nothing', async () => {
  const { call } = workspace([channel(1, { name: 'old', is_member: true, is_archived: true })])
  expect(await diagnoseSlack(call, scopes, 'old')).toMatchObject([
    { result: 'problem', message: expect.stringContaining('archived') },
  ])
  expect(await diagnoseSlack(call, scopes)).toMatchObject([
    { result: 'problem', message: expect.stringContaining('in no channel') },
  ])
})

test('an id that Slack does not show the bot is a problem, and the way out is an invitation', async () => {
  const { call } = workspace([])
  expect(await diagnoseSlack(call, scopes, 'C0123456789')).toMatchObject([
    { result: 'problem', message: expect.stringContaining('C0123456789'), action: { kind: 'copy', text: '/invite @neurocad' } },
  ])
})

test.each([
  ['missing_scope', /Reconnect asks for it/, 'reconnect'],
  ['http_503', /http_503/, undefined],
])('an answer of %s leaves the line open', async (code, message, action) => {
  const call: SlackCall = async () => {
    throw providerFailure(code)
  }
  for (const named of [undefined, 'general', 'C0123456789']) {
    const [line] = await diagnoseSlack(call, scopes, named)
    expect(line).toMatchObject({ check: 'channel', result: 'unknown', message: expect.stringMatching(message) })
    expect(line?.action?.kind).toBe(action)
  }
})

test('an answer that is none leaves the line open', async () => {
  expect(await diagnoseSlack(async () => ({ ok: true }), scopes, 'general')).toMatchObject([
    { result: 'unknown', message: expect.stringContaining('malformed_answer') },
  ])
})
