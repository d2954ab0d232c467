import { describe, expect, test } from 'vitest'
import type { RunSession } from './run-session'
import { ada, grace, json, nodeOf, runSession, statuses, tokens } from './run-session'

/** A part is made, then shared, and a note comes last. */
const library = {
  nodes: [
    { id: 'before', kind: 'local.set' as const, params: { part: 'NE555' } },
    { id: 'make', kind: 'library' as const, params: { part: '{{nodes.before.output.part}}' } },
    { id: 'after', kind: 'note' as const, params: { text: 'Done' } },
  ],
  edges: [
    { from: 'before', to: 'make' },
    { from: 'make', to: 'after' },
  ],
}
const asset = { id: 'asset_01HZZZZZZZZZZZZZZZZZZZZZZZ', fileName: 'NE555.kicad_sym', kind: 'symbol', size: 3, sha256: 'abc' }

async function deployedLibrary() {
  const running = await runSession()
  running.world.answers['/eda/library'] = json({ part: 'NE555', assets: [asset] })
  const deployment = await running.deployed(library, { make: running.connections.passport })
  return { ...running, deployment, asked: () => running.world.asked.filter(({ path }) => path === '/eda/library') }
}

test('a run acts as its deployer: the Passport and the operator’s token go where they belong, each in its own header', async () => {
  const { run, deployment, asked } = await deployedLibrary()
  const done = await run(deployment)
  expect(nodeOf(done, 'make').output).toEqual({ part: 'NE555', assets: [asset] })
  expect(asked()[0]?.headers).toMatchObject({
    authorization: `Bearer ${tokens.m2m}`,
    'x-neurocad-identity': tokens.identity,
    'idempotency-key': `${done.id}:make`,
  })
  expect(JSON.stringify(done)).not.toContain(tokens.identity)
})

describe('what stops holding after the deployment stops the run at that node, and nothing before it', () => {
  type Wreck = (running: RunSession) => Promise<unknown>
  const passportOf = ({ connections: { passport } }: RunSession) => ({ id: passport })
  const wrecks: [string, string, Wreck][] = [
    [
      'its grant is revoked',
      'GRANT_MISSING',
      async ({ session: { useCases } }) => {
        const { items } = await useCases.grant.list(ada, undefined)
        for (const { id } of items) await useCases.grant.revoke(ada, { id })
      },
    ],
    ['its owner left', 'GRANT_MISSING', ({ session }) => session.useCases.staging.leave(ada, { subject: ada.actor.subject })],
    [
      'it has lost its identity binding',
      'CREDENTIAL_NO_SUBJECT',
      (running) => running.session.useCases.staging.takeBinding(ada, { connectionId: running.connections.passport }),
    ],
    [
      'it was removed',
      'CREDENTIAL_NOT_ACTIVE',
      (running) => running.session.useCases.connection.remove(ada, passportOf(running)),
    ],
    [
      'the operator withdrew what it is used with',
      'CREDENTIAL_NOT_FOUND',
      ({ session }) =>
        session.useCases.operator.provision(ada, { kind: 'content', trusted: true, content: JSON.stringify({ format: 1 }) }),
    ],
  ]

  test.each(wrecks)('%s: %s', async (_, code, wreck) => {
    const running = await deployedLibrary()
    const { run, deployment, asked } = running
    await wreck(running)
    const done = await run(deployment)
    expect(done).toMatchObject({ status: 'failed', failedNode: { nodeId: 'make', code } })
    expect(statuses(done)).toEqual({ before: 'succeeded', make: 'failed', after: 'skipped' })
    expect(nodeOf(done, 'before').output).toEqual({ part: 'NE555' })
    expect(asked()).toEqual([])
  })

  test('its grant ran out', async () => {
    const { session, import: importRecipe, connections, clock, run, world } = await runSession()
    world.answers['/eda/library'] = json({ part: 'NE555', assets: [] })
    const { id } = await importRecipe(library)
    const expiresAt = new Date(clock.now() + 60_000).toISOString()
    await session.useCases.recipe.choose(ada, { id, nodeId: 'make', connectionId: connections.passport, expiresAt })
    const deployment = await session.useCases.deployment.deploy(ada, { id })
    expect((await run(deployment)).status).toBe('succeeded')
    clock.advance(60_000)
    expect((await run(deployment)).failedNode).toMatchObject({ nodeId: 'make', code: 'GRANT_MISSING' })
  })
})

test('editing the draft stops no deployment, and what is deployed next needs a grant of its own', async () => {
  const { session, run, deployment } = await deployedLibrary()
  const { recipe } = session.useCases
  const { nodes, edges, name } = await recipe.get(ada, { id: deployment.recipeId })
  const edited = nodes.map(({ grant: _, ...node }) => (node.id === 'make' ? { ...node, params: { part: 'LM317' } } : node))
  await recipe.replace(ada, { id: deployment.recipeId, format: 1, name, nodes: edited, edges } as never)
  expect((await run(deployment)).status).toBe('succeeded')
  await expect(session.useCases.deployment.deploy(ada, { id: deployment.recipeId })).rejects.toMatchObject({
    code: 'WORKFLOW_CREDENTIAL_GRANT',
    data: { problems: [{ nodeId: 'make', code: 'GRANT_MISSING' }] },
    message: expect.stringContaining('Reconnect or select a passport you own, then deploy again.'),
  })
})

test('a teammate sees of somebody’s Passport in a deployment and a run nothing but that it is private', async () => {
  const { session, run, deployment, connections } = await deployedLibrary()
  const { useCases } = session
  const seen = await useCases.deployment.get(grace, { id: deployment.id })
  expect(seen.nodes.find(({ id }) => id === 'make')?.credential).toEqual({ private: true })
  await useCases.staging.takeBinding(ada, { connectionId: connections.passport })
  const { id } = await run(deployment)
  const [mine, theirs] = [await useCases.run.get(ada, { id }), await useCases.run.get(grace, { id })]
  expect(nodeOf(mine, 'make').error).toMatchObject({ code: 'CREDENTIAL_NO_SUBJECT', connectionId: connections.passport })
  expect(JSON.stringify([seen, theirs])).not.toContain(connections.passport)
  const { message } = nodeOf(mine, 'make').error ?? {}
  expect(nodeOf(theirs, 'make').error).toMatchObject({
    code: 'CREDENTIAL_NO_SUBJECT',
    message: expect.not.stringContaining(message ?? ''),
  })
  await expect(useCases.deployment.deploy(grace, { id: deployment.recipeId })).rejects.toMatchObject({
    data: { problems: [{ nodeId: 'make', nodeName: 'make', code: 'PASSPORT_OWNER_ONLY', recovery: 'select' }] },
  })
})

test('deploying what lacks parameters names each of them, and a recipe that is not there is not found', async () => {
  const { session, import: importRecipe } = await runSession()
  const { id } = await importRecipe({
    nodes: [
      { id: 'a', kind: 'note', params: { text: 'x' } },
      { id: 'b', kind: 'http.request', params: { method: 'GET' } },
      { id: 'c', kind: 'control.each' },
    ],
  })
  await expect(session.useCases.deployment.deploy(ada, { id })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    data: { fields: [{ path: 'nodes.1.params.url' }, { path: 'nodes.2.params.items' }] },
  })
  const none = 'recipe_01HZZZZZZZZZZZZZZZZZZZZZZZ' as typeof id
  await expect(session.useCases.deployment.deploy(ada, { id: none })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('a request with a connection', () => {
  const asking = (url: string, params: object = {}) => ({
    nodes: [
      { id: 'start', kind: 'manual.trigger' as const },
      { id: 'ask', kind: 'http.request' as const, params: { method: 'GET', url, ...params } },
    ],
    edges: [{ from: 'start', to: 'ask' }],
  })

  test.each([
    ['another host', () => 'https://example.com/'],
    ['another port', () => 'http://127.0.0.1:9/'],
    ['encrypted instead of not', (origin: string) => origin.replace('http:', 'https:')],
    ['a user in the address', (origin: string) => origin.replace('//', '//user@')],
    ['a host that a template builds', () => '{{nodes.start.output.url}}'],
    ['a host that a template continues', (origin: string) => `${origin}{{nodes.start.output.more}}`],
  ])('goes nowhere else: %s', async (_, urlOf) => {
    const { deployed, run, connections, world } = await runSession()
    const deployment = await deployed(asking(urlOf(world.origin)), { ask: connections.key })
    const before = world.asked.length
    const done = await run(deployment, { url: `${world.origin}/`, more: '/x' })
    expect(nodeOf(done, 'ask').error).toMatchObject({ code: 'HOST_NOT_ALLOWED', recovery: 'edit_input' })
    expect(world.asked.length).toBe(before)
  })

  test('is led nowhere else', async () => {
    const { deployed, run, connections, world } = await runSession()
    world.answers['/away'] = (_, response) => void response.writeHead(302, { location: 'https://example.com/' }).end()
    const done = await run(await deployed(asking(`${world.origin}/away`), { ask: connections.key }))
    expect(nodeOf(done, 'ask').error).toMatchObject({ code: 'HOST_NOT_ALLOWED' })
  })

  test.each(['authorization', 'Authorization', 'host', 'content-length', 'transfer-encoding', 'proxy-authorization'])(
    'has no header of the node’s in the place of its own: %s',
    async (name) => {
      const { deployed, run, connections, world } = await runSession()
      const recipe = asking(`${world.origin}/x`, { headers: { [name]: 'mine' } })
      const done = await run(await deployed(recipe, { ask: connections.key }))
      expect(nodeOf(done, 'ask').error).toMatchObject({ code: 'INVALID_INPUT' })
    },
  )

  test('has no line break in a header, wherever it came from', async () => {
    const { deployed, run, connections, world } = await runSession()
    const recipe = asking(`${world.origin}/x`, { headers: { 'x-name': '{{nodes.start.output.name}}' } })
    const done = await run(await deployed(recipe, { ask: connections.key }), { name: 'a\r\nx-injected: 1' })
    expect(nodeOf(done, 'ask').error).toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('may be of the operator’s, by its type, and goes to its services alone', async () => {
    const { deployed, run, world } = await runSession()
    world.answers['/eda/status'] = json({ fine: true })
    const recipe = (url: string) => ({
      nodes: [{ id: 'ask', kind: 'http.request' as const, params: { method: 'GET', url }, credential: { type: 'serviceApi' } }],
    })
    const done = await run(await deployed(recipe(`${world.origin}/eda/status`)))
    expect([done.status, world.asked.at(-1)?.headers.authorization]).toEqual(['succeeded', `Bearer ${tokens.m2m}`])
    const refused = await run(await deployed(recipe('https://example.com/')))
    expect(nodeOf(refused, 'ask').error).toMatchObject({ code: 'HOST_NOT_ALLOWED' })
  })

  test('that is refused is sent again once with a fresh token', async () => {
    const { deployed, run, world } = await runSession()
    let made = 0
    world.answers['/m2m/token'] = (asked, response) =>
      json({ access_token: `m2m-token-${++made}-of-the-operator`, token_type: 'Bearer', expires_in: 3600 })(asked, response)
    world.answers['/eda/status'] = (asked, response) =>
      json({}, asked.headers.authorization?.includes('token-2') ? 200 : 401)(asked, response)
    const recipe = {
      nodes: [
        {
          id: 'ask',
          kind: 'http.request' as const,
          params: { method: 'GET', url: `${world.origin}/eda/status` },
          credential: { type: 'serviceApi' },
        },
      ],
    }
    expect((await run(await deployed(recipe))).status).toBe('succeeded')
    expect(made).toBe(2)
  })
})
