import { describe, expect, test } from 'vitest'
import { ada, json, nodeOf, runSession, tokens } from './run-session'

const channels = json({
  ok: true,
  channels: [
    { id: 'C000000001', name: 'general', is_member: true },
    { id: 'C000000002', name: 'random', is_member: false },
  ],
})

const recipe = (params: object) => ({ nodes: [{ id: 'slack', kind: 'slack.action' as const, params }] })
const posting = (channel: string) => recipe({ operation: 'post_message', channel, text: 'Hello' })

describe('Slack', () => {
  test.each(['#general', 'general', 'General', 'C000000001'])('posts into the channel that is called %s', async (channel) => {
    const { world, deployed, run, connections } = await runSession()
    world.answers['/slack/conversations.list'] = channels
    world.answers['/slack/chat.postMessage'] = json({ ok: true, channel: 'C000000001', ts: '1.2' })
    const done = await run(await deployed(posting(channel), { slack: connections.slack }))
    expect(nodeOf(done, 'slack').output).toEqual({ channel: 'C000000001', ts: '1.2', text: 'Hello' })
    const asked = world.asked.at(-1)
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({ channel: 'C000000001', text: 'Hello' })
    expect(asked?.headers.authorization).toBe(`Bearer ${tokens.slack}`)
  })

  test.each(['channel_not_found', 'not_in_channel', 'missing_scope', 'msg_too_long'])(
    'its error is told by its name: %s',
    async (code) => {
      const { world, deployed, run, connections, session } = await runSession()
      world.answers['/slack/chat.postMessage'] = json({ ok: false, error: code })
      const done = await run(await deployed(posting('C000000001'), { slack: connections.slack }))
      expect(nodeOf(done, 'slack').error).toMatchObject({ code: 'PROVIDER_ERROR', providerError: code })
      expect((await session.useCases.connection.get(ada, { id: connections.slack })).status).toBe('active')
    },
  )

  test('a channel that the bot cannot see is named', async () => {
    const { world, deployed, run, connections } = await runSession()
    world.answers['/slack/conversations.list'] = channels
    const done = await run(await deployed(posting('#nowhere'), { slack: connections.slack }))
    expect(nodeOf(done, 'slack').error).toMatchObject({
      providerError: 'channel_not_found',
      message: expect.stringContaining('#nowhere'),
    })
  })

  test('a token that was revoked there asks for a reconnect from then on', async () => {
    const { world, deployed, run, connections, session } = await runSession()
    const deployment = await deployed(posting('C000000001'), { slack: connections.slack })
    const revoked = json({ ok: false, error: 'token_revoked' })
    world.answers['/slack/chat.postMessage'] = revoked
    world.answers['/slack/auth.test'] = revoked
    expect(nodeOf(await run(deployment), 'slack').error).toMatchObject({ providerError: 'token_revoked', recovery: 'reconnect' })
    expect((await session.useCases.connection.get(ada, { id: connections.slack })).status).toBe('needs_reauth')
    expect(nodeOf(await run(deployment), 'slack').error).toMatchObject({ code: 'CREDENTIAL_NOT_ACTIVE', status: 'needs_reauth' })
  })

  test('reads messages and lists channels', async () => {
    const { world, deployed, run, connections } = await runSession()
    world.answers['/slack/conversations.list'] = channels
    world.answers['/slack/conversations.history'] = json({ ok: true, messages: [{ ts: '1', text: 'Hi', user: 'U2' }] })
    const reading = await run(
      await deployed(recipe({ operation: 'read_messages', channel: 'general' }), { slack: connections.slack }),
    )
    expect(nodeOf(reading, 'slack').output).toEqual({ channel: 'C000000001', messages: [{ ts: '1', text: 'Hi', user: 'U2' }] })
    const listing = await run(await deployed(recipe({ operation: 'list_channels' }), { slack: connections.slack }))
    expect(nodeOf(listing, 'slack').output).toMatchObject({
      isWhole: true,
      channels: [{ name: 'general', isMember: true }, { name: 'random' }],
    })
  })

  test('an answer that is none, a limit and a silence each have their name', async () => {
    const { world, deployed, run, connections } = await runSession()
    const deployment = await deployed(posting('C000000001'), { slack: connections.slack })
    const named = async () => nodeOf(await run(deployment), 'slack').error?.providerError
    world.answers['/slack/chat.postMessage'] = (_, response) => void response.end('<html>')
    expect(await named()).toBe('malformed_answer')
    world.answers['/slack/chat.postMessage'] = json({}, 429)
    expect(await named()).toBe('ratelimited')
    world.answers['/slack/chat.postMessage'] = (_, response) => void response.destroy()
    expect(await named()).toBe('unreachable')
  })
})
