import { expect, test } from 'vitest'
import { ada, grace } from '../session-fixture'
import { fieldsOf, library, post, recipeBench, recipeOf, refusal, start } from './recipe-fixture'

const passport = 'neurocadUserIdentityApi'

test('the picker has every connection of the type, live ones first, with their status', async () => {
  const bench = await recipeBench()
  const gone = await bench.add({ name: 'A gone' })
  await bench.move(gone, 'revoked')
  const broken = await bench.add({ name: 'B broken' })
  await bench.move(broken, 'needs_reauth')
  const good = await bench.add({ name: 'C good' })
  await bench.add({ type: 'githubApi' })
  const { id } = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: good })))
  const options = await bench.recipe.credentialOptions(grace, { id, nodeId: 'post' })
  expect(options.items.map((one) => [one.id, one.status])).toEqual([
    [broken, 'needs_reauth'],
    [good, 'active'],
    [gone, 'revoked'],
  ])
  expect(options).toMatchObject({
    ...{ slot: { type: 'slackApi', required: true, private: false }, selected: { connectionId: good }, hidden: false, total: 3 },
    ...{ preselected: null, managed: [], empty: null },
  })
  expect(options).not.toHaveProperty('grant')
  const found = await bench.recipe.credentialOptions(grace, { id, nodeId: 'post', query: 'good' })
  expect(found).toMatchObject({ items: [{ id: good }], total: 1, preselected: null })
})

test('the only candidate is preselected, and not bound', async () => {
  const bench = await recipeBench()
  await bench.move(await bench.add(), 'revoked')
  const slack = await bench.add()
  const { id } = await bench.recipe.import(ada, recipeOf(start, post()))
  const options = await bench.recipe.credentialOptions(ada, { id, nodeId: 'post' })
  expect(options).toMatchObject({ preselected: slack, selected: null })
  expect((await bench.recipe.get(ada, { id })).nodes[1]).not.toHaveProperty('credential')
})

test('of private types one’s own alone are there, with how the grant stands and what comes with them', async () => {
  const bench = await recipeBench()
  const mine = await bench.add({ type: passport, name: 'Mine' })
  const theirs = await bench.add({ type: passport, name: 'Theirs', owner: grace })
  const { id } = await bench.recipe.import(ada, recipeOf(start, library({ connectionId: mine })))
  const seenByAda = await bench.recipe.credentialOptions(ada, { id, nodeId: 'part' })
  expect(seenByAda).toMatchObject({
    ...{
      slot: { type: passport, required: true, private: true },
      selected: { connectionId: mine },
      items: [{ id: mine }],
      total: 1,
    },
    ...{ grant: 'missing', managed: [{ type: 'serviceApi', provisioned: false, name: 'Neurocad Service' }] },
  })
  await bench.add({ type: 'serviceApi', managed: true })
  const seenByGrace = await bench.recipe.credentialOptions(grace, { id, nodeId: 'part' })
  expect(seenByGrace).toMatchObject({
    hidden: true,
    selected: null,
    items: [{ id: theirs }],
    preselected: theirs,
    managed: [{ provisioned: true }],
  })
  expect(JSON.stringify(seenByGrace)).not.toContain(mine)
  expect(seenByGrace).not.toHaveProperty('grant')
})

test('an empty picker says why, and whose page mends it', async () => {
  const bench = await recipeBench()
  await bench.add({ type: passport, owner: grace })
  const hook = { id: 'hook', kind: 'webhook.trigger', name: 'Orders', params: {} } as const
  const { id } = await bench.recipe.import(ada, recipeOf(hook, post(), library()))
  const emptyOf = async (nodeId: string) => (await bench.recipe.credentialOptions(ada, { id, nodeId })).empty
  expect(await emptyOf('post')).toEqual({ type: 'slackApi', message: expect.stringContaining('Slack') })
  expect(await emptyOf('part')).toEqual({ type: passport, message: expect.stringContaining('your own') })
  expect(await emptyOf('hook')).toMatchObject({ type: 'webhook_source' })
})

test('a request may have any connection that is seen, and a node without a slot has no picker', async () => {
  const bench = await recipeBench()
  const request = { id: 'ask', kind: 'http.request', name: 'Ask', params: {} } as const
  const named = { ...request, id: 'named', credential: { type: 'serviceApi' } } as const
  const { id } = await bench.recipe.import(ada, recipeOf(start, request, named))
  expect(await bench.recipe.credentialOptions(ada, { id, nodeId: 'ask' })).toMatchObject({ items: [], empty: null, managed: [] })
  const [slack, mine] = [await bench.add(), await bench.add({ type: passport })]
  await bench.add({ type: passport, owner: grace })
  await bench.add({ type: 'serviceApi', managed: true })
  const options = await bench.recipe.credentialOptions(ada, { id, nodeId: 'ask' })
  expect(options).toMatchObject({ slot: { type: 'any', required: false, private: false }, total: 2 })
  expect(options.items.map((one) => one.id).sort()).toEqual([slack, mine].sort())
  expect((await bench.recipe.credentialOptions(ada, { id, nodeId: 'named' })).managed).toMatchObject([
    { type: 'serviceApi', provisioned: true },
  ])
  expect(await bench.recipe.credentialOptions(ada, { id, nodeId: 'start' })).toMatchObject({ slot: null, items: [], empty: null })
  expect(await refusal(bench.recipe.credentialOptions(ada, { id, nodeId: 'gone' }))).toEqual({ code: 'NOT_FOUND' })
})

test('a Webhook trigger gets a source of its own, whose secret is told once; asked again, it gets a new one', async () => {
  const bench = await recipeBench()
  const hook = { id: 'hook', kind: 'webhook.trigger', name: 'Orders', params: {} } as const
  const { id } = await bench.recipe.import(ada, recipeOf(hook, post()))
  const made = await bench.recipe.makeWebhook(ada, { id, nodeId: 'hook' })
  expect(made.secret).toMatch(/^whsec_/)
  expect(made.hook).toEqual(made.recipe.hooks[0])
  const credential = made.recipe.nodes[0]?.credential
  expect(credential).toEqual({ connectionId: expect.stringMatching(/^cred_/) })
  const rotated = await bench.recipe.makeWebhook(grace, { id, nodeId: 'hook' })
  expect(rotated.secret).not.toBe(made.secret)
  expect(rotated.recipe.nodes[0]?.credential).toEqual(credential)
  const pasted = await bench.recipe.makeWebhook(ada, { id, nodeId: 'hook', secret: 'a secret that the sender chose' })
  expect(pasted).toMatchObject({ secret: null, hook: made.hook })
  expect(JSON.stringify(await bench.recipe.get(ada, { id }))).not.toContain('whsec_')
  expect(await fieldsOf(bench.recipe.makeWebhook(ada, { id, nodeId: 'post' }))).toEqual(['nodeId'])
})

test('what stops when a connection goes is told by recipe, node, grant and deployment', async () => {
  const bench = await recipeBench()
  await bench.add({ type: 'serviceApi', managed: true })
  const mine = await bench.add({ type: passport })
  const slack = await bench.add({ scopes: ['chat:write', 'groups:read', 'commands'] })
  const first = await bench.recipe.import(ada, { ...recipeOf(start, library(), post({ connectionId: slack })), name: 'First' })
  await bench.recipe.choose(ada, { id: first.id, nodeId: 'part', connectionId: mine })
  const list = { ...post({ connectionId: slack }), params: { operation: 'list_channels' } }
  const second = await bench.recipe.import(ada, { ...recipeOf(start, list), name: 'Second' })
  const { nodes, edges } = await bench.recipe.get(ada, { id: second.id })
  const pinned = { recipeId: second.id, recipeName: 'Second', version: 1, hooks: {}, nodes: nodes as never, edges }
  const deployer = { subject: 'ada', label: 'Ada', org: 'org_test' }
  await bench.write({ kind: 'deployment.made', record: `deploy_${second.id.slice(7)}`, data: { ...pinned, deployer } })
  // The draft uses it no more; its deployment does.
  await bench.recipe.choose(ada, { id: second.id, nodeId: 'post', connectionId: null })

  expect(await bench.recipe.usage(grace, { id: slack })).toEqual({
    recipes: [
      { recipeId: first.id, name: 'First', nodes: [{ nodeId: 'post', name: 'Post' }], grants: 0, deployed: false, lastRun: null },
      {
        recipeId: second.id,
        name: 'Second',
        nodes: [{ nodeId: 'post', name: 'Post' }],
        grants: 0,
        deployed: true,
        lastRun: null,
      },
    ],
    scopes: {
      granted: ['chat:write', 'groups:read', 'commands'],
      needed: ['channels:read', 'chat:write'],
      unused: ['groups:read'],
      missing: ['channels:read'],
    },
  })
  expect((await bench.recipe.usage(ada, { id: mine })).recipes).toMatchObject([{ recipeId: first.id, grants: 1 }])
  const service = bench.vault.store.one("SELECT id FROM connection WHERE type = 'serviceApi'")?.id as typeof mine
  expect((await bench.recipe.usage(ada, { id: service })).recipes).toMatchObject([
    { recipeId: first.id, nodes: [{ nodeId: 'part' }] },
  ])
  await bench.recipe.remove(ada, { id: second.id })
  expect((await bench.recipe.usage(ada, { id: slack })).recipes.map(({ name }) => name)).toEqual(['First'])
})

test('a node that is bound to another type than its own asks nothing of the scopes there', async () => {
  const bench = await recipeBench()
  const github = await bench.add({ type: 'githubApi', scopes: ['issues:write'] })
  await bench.recipe.import(ada, recipeOf(start, post({ connectionId: github })))
  const { recipes, scopes } = await bench.recipe.usage(ada, { id: github })
  expect(recipes).toHaveLength(1)
  expect(scopes).toEqual({ granted: ['issues:write'], needed: [], unused: ['issues:write'], missing: [] })
})

test('rebinding moves every draft to another connection, and grants a private one to each node', async () => {
  const bench = await recipeBench()
  await bench.add({ type: 'serviceApi', managed: true })
  const [old, next] = [await bench.add({ type: passport }), await bench.add({ type: passport })]
  const ids = []
  for (const name of ['First', 'Second']) {
    const nodes = [start, library({ connectionId: old }), { ...library({ connectionId: old }), id: 'more' }]
    ids.push((await bench.recipe.import(ada, { ...recipeOf(...nodes), name })).id)
  }
  await bench.recipe.import(ada, recipeOf(start, post()))
  expect(await bench.recipe.rebind(ada, { id: old, to: next })).toEqual({ recipes: [...ids].sort() })
  for (const id of ids) {
    const { nodes, verdict } = await bench.recipe.get(ada, { id })
    expect(nodes.slice(1).map(({ credential, grant }) => [credential, grant])).toEqual([
      [{ connectionId: next }, 'active'],
      [{ connectionId: next }, 'active'],
    ])
    expect(verdict.ok).toBe(true)
  }
  await bench.reopen()
  expect((await bench.grant.list(ada, undefined as never)).items).toHaveLength(4)
  expect(await bench.recipe.rebind(ada, { id: old, to: next })).toEqual({ recipes: [] })
})

test('nothing takes a connection’s place that could not', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const [gone, github] = [await bench.add(), await bench.add({ type: 'githubApi' })]
  await bench.move(gone, 'revoked')
  const { id } = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: slack })))
  for (const to of [slack, gone, github, await bench.add({ type: 'serviceApi', managed: true })])
    expect(await fieldsOf(bench.recipe.rebind(ada, { id: slack, to }))).toEqual(['to'])
  const theirs = await bench.add({ type: passport, owner: grace })
  expect(await refusal(bench.recipe.rebind(ada, { id: slack, to: theirs }))).toMatchObject({ code: 'NOT_FOUND' })
  expect((await bench.recipe.get(ada, { id })).version).toBe(1)
})
