import { describe, expect, test } from 'vitest'
import { ada, grace, json, nodeOf, runSession, statuses, tokens } from './run-session'

const manual = { id: 'start', kind: 'manual.trigger' as const }

describe('a run', () => {
  test('hands what it was given from node to node, and keeps what each gave', async () => {
    const { deployed, run, changes } = await runSession()
    const deployment = await deployed({
      nodes: [
        manual,
        {
          id: 'set',
          kind: 'local.set',
          params: { part: '{{nodes.start.output.part}}', text: 'Part {{nodes.start.output.part}}' },
        },
        { id: 'if', kind: 'control.if', params: { value: '{{nodes.set.output.part}}', equals: 'NE555' } },
        { id: 'yes', kind: 'local.set', params: { said: '{{nodes.set.output.text}}' } },
        { id: 'no', kind: 'local.set', params: { said: 'no' } },
        { id: 'note', kind: 'note', params: { text: 'Write {{nodes.x}} here' } },
      ],
      edges: [
        { from: 'start', to: 'set' },
        { from: 'set', to: 'if' },
        { from: 'if', to: 'yes', when: true },
        { from: 'if', to: 'no', when: false },
      ],
    })
    const done = await run(deployment, { part: 'NE555' })
    expect(done).toMatchObject({
      status: 'succeeded',
      cause: 'manual',
      startedBy: { subject: 'ada' },
      failedNode: null,
      retryOf: null,
    })
    expect(statuses(done)).toEqual({
      start: 'succeeded',
      set: 'succeeded',
      if: 'succeeded',
      yes: 'succeeded',
      no: 'skipped',
      note: 'succeeded',
    })
    expect(nodeOf(done, 'yes').output).toEqual({ said: 'Part NE555' })
    const told = changes.flatMap(({ event, audience }) => (event.kind === 'run' ? [[event.run.status, audience]] : []))
    expect(told[0]).toEqual(['running', 'org'])
    expect(told.at(-1)).toEqual(['succeeded', 'org'])
  })

  test('does what lies behind a list once for each of its items', async () => {
    const { deployed, run, connections, world } = await runSession()
    world.answers['/echo'] = ({ body }, response) => json({ got: JSON.parse(body) as unknown })({} as never, response)
    const deployment = await deployed(
      {
        nodes: [
          manual,
          { id: 'each', kind: 'control.each', params: { items: '{{nodes.start.output.parts}}' } },
          {
            id: 'ask',
            kind: 'http.request',
            params: {
              method: 'POST',
              url: `${world.origin}/echo`,
              body: { part: '{{nodes.each.output.item}}', n: '{{nodes.each.output.index}}' },
            },
          },
        ],
        edges: [
          { from: 'start', to: 'each' },
          { from: 'each', to: 'ask' },
        ],
      },
      { ask: connections.key },
    )
    const done = await run(deployment, { parts: ['a', 'b', 'c'] })
    expect(nodeOf(done, 'ask')).toMatchObject({ status: 'succeeded', times: 3 })
    expect((nodeOf(done, 'ask').output as { body: unknown }[]).map(({ body }) => body)).toEqual([
      { got: { part: 'a', n: 0 } },
      { got: { part: 'b', n: 1 } },
      { got: { part: 'c', n: 2 } },
    ])
    expect(nodeOf(done, 'each').output).toEqual({ items: ['a', 'b', 'c'], count: 3 })
  })

  test('shows a teammate its data, and may be started, listed and withdrawn by one', async () => {
    const { session, deployed, run } = await runSession()
    const deployment = await deployed({ nodes: [manual] })
    await run(deployment)
    const { useCases } = session
    const { items } = await useCases.run.list(grace, {})
    expect(items).toHaveLength(1)
    const started = await useCases.deployment.run(grace, { id: deployment.id })
    expect(started.startedBy).toMatchObject({ subject: 'grace' })
    expect((await useCases.deployment.withdraw(grace, { id: deployment.id })).withdrawnAt).not.toBeNull()
    expect((await useCases.deployment.withdraw(grace, { id: deployment.id })).withdrawnAt).not.toBeNull()
    await expect(useCases.deployment.run(ada, { id: deployment.id })).rejects.toMatchObject({ code: 'DEPLOYMENT_WITHDRAWN' })
  })

  test('pages are whole and in order, newest first', async () => {
    const { session, deployed, run, clock } = await runSession()
    const deployment = await deployed({ nodes: [manual] })
    const ids: string[] = []
    for (let times = 0; times < 5; times++) {
      ids.unshift((await run(deployment)).id)
      clock.advance(times === 2 ? 0 : 10)
    }
    const { list } = session.useCases.run
    const first = await list(ada, { limit: 2, deploymentId: deployment.id })
    const second = await list(ada, { limit: 2, cursor: first.nextCursor ?? '' })
    const third = await list(ada, { limit: 2, cursor: second.nextCursor ?? '' })
    const all = [...first.items, ...second.items, ...third.items].map(({ id }) => id)
    expect([new Set(all).size, third.nextCursor]).toEqual([5, null])
    expect(all.at(-1)).toBe(ids.at(-1))
    await expect(list(ada, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('what a server answers', () => {
  const asking = (url: string) => ({ nodes: [{ id: 'ask', kind: 'http.request' as const, params: { method: 'GET', url } }] })

  test('is kept without anything that the request carried, wherever the server plays it back', async () => {
    const { deployed, run, connections, world, files, logger } = await runSession()
    world.answers['/echo'] = ({ headers }, response) =>
      void response
        .writeHead(200, {
          'content-type': 'application/json',
          'set-cookie': 'session=1',
          'x-echo': String(headers.authorization),
        })
        .end(JSON.stringify({ headers, credentials: { again: headers.authorization } }))
    const done = await run(await deployed(asking(`${world.origin}/echo`), { ask: connections.key }))
    expect(done.status).toBe('succeeded')
    expect(world.asked.at(-1)?.headers.authorization).toContain(tokens.key)
    const kept = JSON.stringify(done)
    expect(kept).not.toContain(tokens.key)
    expect(kept).not.toContain('set-cookie')
    expect(kept).toContain('credentials_')
    expect(logger.text()).not.toContain(tokens.key)
    expect(files).toBeDefined()
  })

  test('goes on to no other node with it', async () => {
    const { deployed, run, connections, world } = await runSession()
    world.answers['/echo'] = ({ headers }, response) => json({ said: headers.authorization ?? null })({} as never, response)
    world.answers['/other'] = json({})
    const recipe = {
      nodes: [
        { id: 'ask', kind: 'http.request' as const, params: { method: 'GET', url: `${world.origin}/echo` } },
        {
          id: 'pass',
          kind: 'http.request' as const,
          params: { method: 'POST', url: `${world.origin}/other`, body: '{{nodes.ask.output.body.said}}' },
        },
      ],
      edges: [{ from: 'ask', to: 'pass' }],
    }
    await run(await deployed(recipe, { ask: connections.key }))
    expect(world.asked.at(-1)).toMatchObject({ path: '/other', body: '[hidden]' })
  })

  test('is shortened in the run’s data, and whole for the nodes behind it', async () => {
    const { deployed, run, world } = await runSession()
    const long = 'x'.repeat(200_000)
    world.answers['/long'] = json({ long })
    world.answers['/taken'] = json({})
    const done = await run(
      await deployed({
        nodes: [
          { id: 'ask', kind: 'http.request', params: { method: 'GET', url: `${world.origin}/long` } },
          {
            id: 'pass',
            kind: 'http.request',
            params: { method: 'POST', url: `${world.origin}/taken`, body: '{{nodes.ask.output.body.long}}' },
          },
        ],
        edges: [{ from: 'ask', to: 'pass' }],
      }),
    )
    expect(nodeOf(done, 'ask').outputTruncated).toBe(true)
    expect(JSON.stringify(done).length).toBeLessThan(70_000)
    expect(world.asked.at(-1)?.body).toBe(long)
  })

  test('with a status of 400 or more fails the node, and can be read', async () => {
    const { deployed, run, world } = await runSession()
    world.answers['/gone'] = json({ why: 'moved' }, 410)
    const done = await run(await deployed(asking(`${world.origin}/gone`)))
    expect(done).toMatchObject({ status: 'failed', failedNode: { nodeId: 'ask', code: 'PROVIDER_ERROR' } })
    expect(nodeOf(done, 'ask')).toMatchObject({
      error: { providerError: 'http_410' },
      output: { status: 410, body: { why: 'moved' } },
    })
  })

  test.each(['toString', 'valueOf', 'hasOwnProperty', 'list.length', 'list.push', 'text.length', 'missing'])(
    'a template reaches nothing but what nodes gave: not %s',
    async (path) => {
      const { deployed, run } = await runSession()
      const deployment = await deployed({
        nodes: [manual, { id: 'set', kind: 'local.set', params: { value: `{{nodes.start.output.${path}}}` } }],
        edges: [{ from: 'start', to: 'set' }],
      })
      const done = await run(deployment, { list: [1], text: 'a' })
      expect(done.failedNode).toEqual({ nodeId: 'set', name: 'set', code: 'TEMPLATE_MISSING' })
    },
  )

  test('what nodes gave is nobody’s prototype', async () => {
    const { deployed, run, world } = await runSession()
    world.answers['/proto'] = (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    const deployment = await deployed({
      nodes: [
        { id: 'ask', kind: 'http.request', params: { method: 'GET', url: `${world.origin}/proto` } },
        { id: 'set', kind: 'local.set', params: { all: '{{nodes.ask.output.body}}' } },
      ],
      edges: [{ from: 'ask', to: 'set' }],
    })
    expect((await run(deployment)).status).toBe('succeeded')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('ten megabytes through templates are refused by name, and cost no run', async () => {
    const { deployed, run, world } = await runSession()
    world.answers['/large'] = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end('y'.repeat(9 * 1024 * 1024))
    const done = await run(
      await deployed({
        nodes: [
          { id: 'ask', kind: 'http.request', params: { method: 'GET', url: `${world.origin}/large` } },
          { id: 'set', kind: 'local.set', params: { a: '{{nodes.ask.output.body}}' } },
        ],
        edges: [{ from: 'ask', to: 'set' }],
      }),
    )
    expect(done).toMatchObject({ status: 'failed', failedNode: { nodeId: 'set', code: 'TEMPLATE_TOO_LARGE' } })
  })
})
