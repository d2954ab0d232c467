import { describe, expect, test } from 'vitest'
import { deferred } from '../../fakes/deferred'
import type { RunSession } from './run-session'
import { ada, json, nodeOf, runSession, statuses } from './run-session'

/** Two requests one after the other, behind what set them off. */
const twoRequests = ({ origin }: RunSession['world']) => ({
  nodes: [
    { id: 'start', kind: 'manual.trigger' as const },
    {
      id: 'first',
      kind: 'http.request' as const,
      params: { method: 'POST', url: `${origin}/first`, body: '{{nodes.start.output}}' },
    },
    {
      id: 'second',
      kind: 'http.request' as const,
      params: { method: 'POST', url: `${origin}/second`, body: '{{nodes.first.output.body.said}}' },
    },
  ],
  edges: [
    { from: 'start', to: 'first' },
    { from: 'first', to: 'second' },
  ],
})

const paths = ({ world }: RunSession) => world.asked.map(({ path }) => path).filter((path) => !path.startsWith('/m2m'))

describe('a retry', () => {
  test('goes on from the node that failed, with what the nodes before it gave', async () => {
    const running = await runSession()
    const { session, world, deployed, run } = running
    world.answers['/first'] = json({ said: 'hello' })
    world.answers['/second'] = json({ error: 'busy' }, 503)
    const failed = await run(await deployed(twoRequests(world)), { a: 1 })
    expect(failed.status).toBe('failed')
    world.answers['/second'] = json({})
    const done = await session.useCases.run.retry(ada, { id: failed.id })
    expect(done).toMatchObject({ status: 'succeeded', cause: 'retry', retryOf: failed.id, startedBy: { subject: 'ada' } })
    expect(nodeOf(done, 'start').output).toEqual({ a: 1 })
    expect(paths(running)).toEqual(['/first', '/second', '/second'])
    expect(world.asked.at(-1)?.body).toBe('hello')
    await expect(session.useCases.run.retry(ada, { id: done.id })).rejects.toMatchObject({ code: 'RUN_NOT_FAILED' })
  })

  test('does again what was too large to keep', async () => {
    const running = await runSession()
    const { session, world, deployed, run } = running
    world.answers['/first'] = json({ said: 'x'.repeat(100_000) })
    const failed = await run(await deployed(twoRequests(world)))
    world.answers['/second'] = json({})
    const done = await session.useCases.run.retry(ada, { id: failed.id })
    expect([done.status, world.asked.at(-1)?.body.length]).toEqual(['succeeded', 100_000])
    expect(paths(running)).toEqual(['/first', '/second', '/first', '/second'])
  })

  test('of what lies behind a list goes on with the item at which it failed', async () => {
    const running = await runSession()
    const { session, world, deployed, run } = running
    let isDown = true
    world.answers['/send'] = (asked, response) =>
      json({ got: asked.body }, asked.body === 'c' && isDown ? 500 : 200)(asked, response)
    const recipe = {
      nodes: [
        { id: 'each', kind: 'control.each' as const, params: { items: ['a', 'b', 'c', 'd'] } },
        {
          id: 'send',
          kind: 'http.request' as const,
          params: { method: 'POST', url: `${world.origin}/send`, body: '{{nodes.each.output.item}}' },
        },
      ],
      edges: [{ from: 'each', to: 'send' }],
    }
    const failed = await run(await deployed(recipe))
    expect(nodeOf(failed, 'send')).toMatchObject({ status: 'failed', times: 3 })
    isDown = false
    const done = await session.useCases.run.retry(ada, { id: failed.id })
    expect(done.status).toBe('succeeded')
    expect(world.asked.filter(({ path }) => path === '/send').map(({ body }) => body)).toEqual(['a', 'b', 'c', 'c', 'd'])
    expect((nodeOf(done, 'send').output as { body: { got: string } }[]).map(({ body }) => body.got)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('carries the same key to a provider that takes one, and a retry of a retry does too', async () => {
    const { session, world, deployed, run, connections } = await runSession()
    // Done, and its answer is lost on its way.
    world.answers['/share-links'] = (_, response) => void response.destroy()
    const recipe = { nodes: [{ id: 'share', kind: 'share_link' as const, params: { asset: 'asset_1' } }] }
    const failed = await run(await deployed(recipe, { share: connections.passport }))
    const again = await session.useCases.run.retry(ada, { id: failed.id })
    world.answers['/share-links'] = json({ id: 'link', url: `${world.origin}/s/link`, asset: 'asset_1', expiresAt: null }, 201)
    const done = await session.useCases.run.retry(ada, { id: again.id })
    expect([failed.status, again.status, done.status]).toEqual(['failed', 'failed', 'succeeded'])
    const keys = world.asked.filter(({ path }) => path === '/share-links').map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual(Array(3).fill(`${failed.id}:share`))
  })

  test('of a withdrawn deployment is refused', async () => {
    const { session, world, deployed, run } = await runSession()
    const deployment = await deployed(twoRequests(world))
    const failed = await run(deployment)
    await session.useCases.deployment.withdraw(ada, { id: deployment.id })
    await expect(session.useCases.run.retry(ada, { id: failed.id })).rejects.toMatchObject({ code: 'DEPLOYMENT_WITHDRAWN' })
  })
})

/** A run that is held at its first request, and what lets it go on. */
async function heldRun() {
  const running = await runSession()
  const { world, deployed, clock, session } = running
  const [came, go] = [deferred(), deferred()]
  world.answers['/first'] = async (asked, response) => {
    came.resolve()
    await go.promise
    json({ said: 'x' })(asked, response)
  }
  world.answers['/second'] = json({})
  const deployment = await deployed(twoRequests(world))
  const started = session.useCases.deployment.run(ada, { id: deployment.id })
  await came.promise
  return { ...running, running, started, clock, go, deployment }
}

describe('a run under way', () => {
  test('is answered after ten seconds as it stands, and shows what is at work', async () => {
    const { started, clock, go, session } = await heldRun()
    clock.advance(10_000)
    const now = await started
    expect(now.status).toBe('running')
    expect(statuses(now)).toEqual({ start: 'succeeded', first: 'running', second: 'waiting' })
    const ended = session.useCases.run.cancel(ada, { id: now.id })
    go.resolve()
    expect((await ended).status).toBe('cancelled')
  })

  test('is cancelled after the node in hand, and one that has ended stays as it is', async () => {
    const { started, go, session } = await heldRun()
    const { items } = await session.useCases.run.list(ada, {})
    const id = items[0]?.id as never
    const cancelled = session.useCases.run.cancel(ada, { id })
    go.resolve()
    expect(statuses(await cancelled)).toEqual({ start: 'succeeded', first: 'succeeded', second: 'skipped' })
    expect((await started).status).toBe('cancelled')
    expect((await session.useCases.run.cancel(ada, { id })).status).toBe('cancelled')
  })

  test('is interrupted by a lock, which does not wait for its provider, and can be gone on with', async () => {
    const { running, started, go, world } = await heldRun()
    const answered = started.catch((error: { code: string }) => error.code)
    await running.reopen()
    await answered
    const { items } = await running.session.useCases.run.list(ada, {})
    expect(items).toMatchObject([{ status: 'interrupted', failedNode: { nodeId: 'first', code: 'VAULT_LOCKED' } }])
    go.resolve()
    world.answers['/first'] = json({ said: 'x' })
    const done = await running.session.useCases.run.retry(ada, { id: items[0]?.id as never })
    expect(done.status).toBe('succeeded')
  })

  test('was interrupted when the program was killed', async () => {
    const { running, started, go } = await heldRun()
    started.catch(() => undefined)
    await running.reopen('killed')
    const { items } = await running.session.useCases.run.list(ada, {})
    expect(items).toMatchObject([{ status: 'interrupted', failedNode: null }])
    const run = await running.session.useCases.run.get(ada, { id: items[0]?.id as never })
    expect(statuses(run)).toEqual({ start: 'succeeded', first: 'skipped', second: 'skipped' })
    go.resolve()
  })
})
