import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signWebhook } from '../../../src-main/engine/webhook/signature'
import { pastedKey } from '../../../src-main/engine/webhook/source-secret'
import { ada, grace, json, nodeOf, type RunSession, runSession } from './run-session'

const stranger = { actor: { subject: 'webhook' as never, label: 'A webhook', org: '', owner: false }, callbackOrigin: null }

/** A deployed recipe that a webhook starts, and how its sender sends. */
async function hooked() {
  const running = await runSession()
  const { session, clock } = running
  const { id } = await running.import({
    nodes: [
      { id: 'hook', kind: 'webhook.trigger' },
      { id: 'set', kind: 'local.set', params: { part: '{{nodes.hook.output.body.part}}' } },
    ],
    edges: [{ from: 'hook', to: 'set' }],
  })
  const { hook, secret } = await session.useCases.recipe.makeWebhook(ada, { id, nodeId: 'hook' })
  const deployment = await session.useCases.deployment.deploy(ada, { id })
  let count = 0
  const signed = (body: object, { key = secret ?? '', messageId = `msg_${++count}`, seconds = 0 } = {}) =>
    signWebhook([pastedKey(key)], { id: messageId, timestamp: Math.floor(clock.now() / 1000) + seconds }, JSON.stringify(body))
  const send = (delivery: ReturnType<typeof signed>, hookId = hook.hookId as string) =>
    running.session.useCases.hook.receive(stranger, { hookId, ...delivery })
  return { ...running, running, hook, secret: secret ?? '', deployment, signed, send, recipeId: id }
}

/** The run as it is when it has ended. */
async function ended({ session }: Pick<RunSession, 'session'>, id: string) {
  for (;;) {
    const run = await session.useCases.run.get(ada, { id: id as never })
    if (run.status !== 'running') return run
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a signed webhook', () => {
  test('starts a run with what it brings, and without what signs it', async () => {
    const { send, signed, running, deployment, hook } = await hooked()
    const delivery = signed({ part: 'NE555' })
    const headers = {
      ...delivery.headers,
      'content-type': 'application/json',
      'x-event': 'made',
      'x-api-key': 'k',
      cookie: 'c',
      authorization: 'a',
    }
    const { runId } = await send({ ...delivery, headers })
    const run = await ended(running, runId)
    expect(run).toMatchObject({ status: 'succeeded', cause: 'webhook', startedBy: null, deploymentId: deployment.id })
    expect(nodeOf(run, 'hook').output).toEqual({
      headers: {
        'content-type': 'application/json',
        'x-event': 'made',
        'webhook-id': 'msg_1',
        'webhook-timestamp': delivery.headers['webhook-timestamp'],
      },
      body: { part: 'NE555' },
    })
    expect(nodeOf(run, 'set').output).toEqual({ part: 'NE555' })
    expect(deployment.hooks).toMatchObject([
      { nodeId: 'hook', hookId: hook.hookId, url: `http://127.0.0.1:41234/api/webhooks/${hook.hookId}` },
    ])
  })

  test('is refused in one way for every reason, and starts nothing', async () => {
    const { send, signed, session, deployment } = await hooked()
    const good = signed({ part: 'x' }, { messageId: 'msg_again' })
    await send(good)
    const refusals = [
      ['a second time', () => send(good)],
      ['another body', () => send({ ...signed({ a: 1 }), body: '{"a":2}' })],
      ['another key', () => send(signed({ a: 1 }, { key: 'a key of somebody else’s' }))],
      ['stale', () => send(signed({ a: 1 }, { seconds: -301 }))],
      ['too early', () => send(signed({ a: 1 }, { seconds: 301 }))],
      ['no signature', () => send({ headers: {}, body: '{}' })],
      ['a hook that is not there', () => send(signed({ a: 1 }), 'hook_01HZZZZZZZZZZZZZZZZZZZZZZZ')],
      ['no id of a hook', () => send(signed({ a: 1 }), 'x')],
    ] as const
    const answers = new Set<string>()
    for (const [name, refused] of refusals) {
      const error = await refused().catch((one: { code: string; message: string; data: object }) => one)
      expect([name, 'code' in error && error.code]).toEqual([name, 'UNAUTHORIZED'])
      answers.add(JSON.stringify({ ...error }))
    }
    expect(answers.size).toBe(1)
    expect((await session.useCases.run.list(ada, { deploymentId: deployment.id })).items).toHaveLength(1)
  })

  test('is taken once, also where its sender says it again after a restart', async () => {
    const { send, signed, running, deployment } = await hooked()
    const { runId } = await send(signed({ part: 'x' }, { messageId: 'msg_again' }))
    await ended(running, runId)
    await running.reopen()
    const again = send(signed({ part: 'x' }, { messageId: 'msg_again', seconds: 1 }))
    await expect(again).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await send(signed({ part: 'x' }, { messageId: 'msg_other', seconds: 1 }))
    expect((await running.session.useCases.run.list(ada, { deploymentId: deployment.id })).items).toHaveLength(2)
  })

  test('starts nothing any more once the deployment is withdrawn, and the newest one alone while there are two', async () => {
    const { send, signed, session, running, deployment, recipeId } = await hooked()
    const second = await session.useCases.deployment.deploy(ada, { id: recipeId })
    const { runId } = await send(signed({ part: 'x' }))
    expect((await ended(running, runId)).deploymentId).toBe(second.id)
    await session.useCases.deployment.withdraw(ada, { id: second.id })
    const { runId: next } = await send(signed({ part: 'x' }))
    expect((await ended(running, next)).deploymentId).toBe(deployment.id)
    await session.useCases.deployment.withdraw(ada, { id: deployment.id })
    await expect(send(signed({ part: 'x' }))).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })

  test('goes on starting what was deployed when its trigger left the draft', async () => {
    const { send, signed, session, running, recipeId } = await hooked()
    await session.useCases.recipe.replace(grace, {
      id: recipeId,
      format: 1,
      name: 'Other',
      nodes: [{ id: 'note', kind: 'note', name: 'n', params: { text: 'x' } }],
      edges: [],
    } as never)
    const { runId } = await send(signed({ part: 'x' }))
    expect((await ended(running, runId)).status).toBe('succeeded')
  })
})

/** A message in a channel as Slack tells of it, signed with the app's secret. */
async function slackEvent({ session, clock }: RunSession, id: string, event: object, team = 'T1') {
  const body = JSON.stringify({ type: 'event_callback', team_id: team, api_app_id: 'A1', event_id: id, event_time: 1, event })
  const timestamp = String(Math.floor(clock.now() / 1000))
  const mac = createHmac('sha256', 'slack-signing-secret').update(`v0:${timestamp}:${body}`).digest('hex')
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` }
  await session.useCases.ingress.receive(stranger, { type: 'slackApi', headers, body })
}

const message = { type: 'message', channel: 'C000000001', user: 'U2', text: 'Hello', ts: '1.2' }

describe('an event of a provider', () => {
  const waiting = (params: object) => ({ nodes: [{ id: 'slack', kind: 'slack.trigger' as const, params }] })
  const runs = async ({ session }: RunSession) => (await session.useCases.run.list(ada, {})).items

  /** Until that many runs are there: what an event starts goes on after it was answered. */
  async function until(running: RunSession, count: number) {
    for (;;) {
      const items = await runs(running)
      if (items.length >= count && items.every(({ status }) => status !== 'running')) return items
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  test('starts a run of what waits for it, once for each delivery, also across a restart', async () => {
    const running = await runSession()
    await running.deployed(waiting({ event: 'message', channel: 'C000000001' }), { slack: running.connections.slack })
    await slackEvent(running, 'Ev1', message)
    const [run] = await until(running, 1)
    expect(run).toMatchObject({ cause: 'slack', startedBy: null, status: 'succeeded' })
    const whole = await running.session.useCases.run.get(ada, { id: run?.id as never })
    expect(nodeOf(whole, 'slack').output).toMatchObject({ event: 'message', channel: 'C000000001', user: 'U2', text: 'Hello' })
    await slackEvent(running, 'Ev1', message)
    await running.reopen()
    await slackEvent(running, 'Ev1', message)
    await slackEvent(running, 'Ev2', message)
    await until(running, 2)
    expect(await runs(running)).toHaveLength(2)
  })

  const others: [string, object, object, string?][] = [
    ['of another kind', { event: 'mention' }, message],
    ['in another channel', { event: 'message', channel: 'C000000009' }, message],
    ['of another workspace', { event: 'message' }, message, 'T2'],
    ['of a bot', { event: 'message' }, { ...message, bot_id: 'B1' }],
    ['of the bot itself', { event: 'message' }, { ...message, user: 'U1' }],
    ['that was edited', { event: 'message' }, { ...message, subtype: 'message_changed' }],
  ]
  test.each(others)('%s starts nothing', async (_, params, event, team) => {
    const running = await runSession()
    await running.deployed(waiting(params), { slack: running.connections.slack })
    running.world.answers['/slack/conversations.info'] = ({ body }, response) => {
      const id = new URLSearchParams(body).get('channel')
      json({ ok: true, channel: { id, name: id === 'C7' ? 'canary' : 'general', is_member: true } })({} as never, response)
    }
    await running.deployed(waiting({ event: 'message', channel: '#canary' }), { slack: running.connections.slack })
    await slackEvent(running, 'Ev1', event, team)
    // What comes next is started after what this one would have started.
    await slackEvent(running, 'Ev2', { ...message, channel: 'C7', ts: '3' })
    const items = await until(running, 1)
    const started = await Promise.all(items.map(({ id }) => running.session.useCases.run.get(ada, { id })))
    expect(started.map((run) => (nodeOf(run, 'slack').output as { ts: string }).ts)).toEqual(items.map(() => '3'))
  })
})
