import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { ConnectionId } from '../../../src-shared/domain/identifiers'
import { ada, grace } from '../session-fixture'
import { fieldsOf, library, post, recipeBench, recipeOf, refusal, start } from './recipe-fixture'

const hook = { id: 'hook', kind: 'webhook.trigger', name: 'Orders', params: {} } as const

test('a recipe comes back as it was written, to everyone in the organisation, and after a lock', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const written = recipeOf(start, post({ connectionId: slack }))
  const made = await bench.recipe.import(ada, written)
  expect(made).toMatchObject({ ...written, version: 1, createdBy: { subject: 'ada', label: 'Ada' }, verdict: { ok: true } })
  await bench.reopen()
  for (const reader of [ada, grace]) expect(await bench.recipe.get(reader, { id: made.id })).toEqual(made)
})

test('what is wrong is named by its place, and nothing of it is kept', async () => {
  const bench = await recipeBench()
  const managed = await bench.add({ type: 'serviceApi', managed: true })
  const twice = recipeOf(start, { ...post(), id: 'start' })
  expect(await fieldsOf(bench.recipe.import(ada, { ...twice, edges: [] }))).toEqual(['nodes.1.id'])
  const request = { id: 'ask', kind: 'http.request', name: 'Ask', params: {}, credential: { connectionId: managed } } as const
  expect(await fieldsOf(bench.recipe.import(ada, recipeOf(start, request)))).toEqual(['nodes.1.credential.connectionId'])
  const hidden = { ...library(), credential: { private: true as const } }
  expect(await fieldsOf(bench.recipe.import(ada, recipeOf(start, hidden)))).toEqual(['nodes.1.credential'])
  expect(await bench.recipe.list(ada, {})).toEqual({ items: [], nextCursor: null, total: 0 })
})

test('a recipe is replaced under its id, unless somebody else was quicker', async () => {
  const bench = await recipeBench()
  const { id } = await bench.recipe.import(ada, recipeOf(start))
  const second = await bench.recipe.replace(grace, { ...recipeOf(start, post()), name: 'Second', id, version: 1 })
  expect(second).toMatchObject({ id, version: 2, name: 'Second', createdBy: { subject: 'ada' } })
  const late = bench.recipe.replace(ada, { ...recipeOf(start), id, version: 1 })
  expect(await refusal(late)).toEqual({ code: 'VERSION_CONFLICT', currentVersion: 2 })
  expect(await bench.recipe.replace(ada, { ...recipeOf(start), id })).toMatchObject({ version: 3 })
  expect(await refusal(bench.recipe.replace(ada, { ...recipeOf(start), id: idOf('recipe') }))).toEqual({ code: 'NOT_FOUND' })
})

test('a recipe names connections by whatever it calls them; what is not here is for preflight to say', async () => {
  const bench = await recipeBench()
  const made = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: 'slack-of-elsewhere' as never })))
  const problem = { nodeId: 'post', code: 'CREDENTIAL_NOT_FOUND', connectionId: 'slack-of-elsewhere', recovery: 'select' }
  expect((await bench.recipe.preflight(ada, { id: made.id })).problems).toMatchObject([problem])
  const choice = { id: made.id, nodeId: 'post', connectionId: 'slack-of-elsewhere' as never }
  expect(await refusal(bench.recipe.choose(ada, choice))).toEqual({ code: 'NOT_FOUND', connectionId: 'slack-of-elsewhere' })
})

test('a Webhook trigger keeps its address as long as its node keeps its id', async () => {
  const bench = await recipeBench()
  const made = await bench.recipe.import(ada, recipeOf(hook))
  const [first] = made.hooks
  expect(first).toMatchObject({ nodeId: 'hook', url: `http://127.0.0.1:41234/api/webhooks/${first?.hookId}` })
  const renamed = await bench.recipe.replace(ada, { ...recipeOf({ ...hook, name: 'New' }, post()), id: made.id })
  expect(renamed.hooks).toEqual([first])
  const other = await bench.recipe.replace(ada, { ...recipeOf({ ...hook, id: 'other' }), id: made.id })
  expect(other.hooks.map(({ nodeId }) => nodeId)).toEqual(['other'])
  expect(other.hooks[0]?.hookId).not.toBe(first?.hookId)
})

test('a removed recipe is gone, from lists and by its id', async () => {
  const bench = await recipeBench()
  const { id } = await bench.recipe.import(ada, recipeOf(start))
  expect(await bench.recipe.remove(grace, { id })).toEqual({ id })
  for (const again of [bench.recipe.get(ada, { id }), bench.recipe.remove(ada, { id }), bench.recipe.preflight(ada, { id })])
    expect(await refusal(again)).toEqual({ code: 'NOT_FOUND' })
  expect((await bench.recipe.list(ada, {})).items).toEqual([])
  await bench.reopen()
  expect(await refusal(bench.recipe.get(ada, { id }))).toEqual({ code: 'NOT_FOUND' })
})

test('recipes are listed by name, page after page, and found by any part of it', async () => {
  const bench = await recipeBench()
  for (const name of ['Delta', 'alpha', 'Charlie', 'BRAVO']) await bench.recipe.import(ada, { ...recipeOf(start), name })
  const first = await bench.recipe.list(grace, { limit: 3 })
  expect(first.items.map(({ name }) => name)).toEqual(['alpha', 'BRAVO', 'Charlie'])
  expect(first.total).toBe(4)
  const rest = await bench.recipe.list(grace, { limit: 3, cursor: first.nextCursor ?? '' })
  expect(rest).toMatchObject({ items: [{ name: 'Delta' }], nextCursor: null, total: 4 })
  const found = await bench.recipe.list(ada, { query: 'RAV' })
  expect(found).toMatchObject({ items: [{ name: 'BRAVO' }], total: 1 })
  expect(await fieldsOf(bench.recipe.list(ada, { cursor: 'recipe_x' }))).toEqual(['cursor'])
})

test('the largest recipe survives a lock', async () => {
  const bench = await recipeBench()
  const nodes = Array.from({ length: 1000 }, (_, index) => ({ ...post(), id: `n${index}`, params: { text: 'x'.repeat(900) } }))
  const { id, nodeCount } = await bench.recipe.import(ada, recipeOf(...nodes))
  expect(nodeCount).toBe(1000)
  await bench.reopen()
  expect((await bench.recipe.get(ada, { id })).nodes).toHaveLength(1000)
})

test('what is missing is no error of the import: the verdict names it', async () => {
  const bench = await recipeBench()
  const { verdict } = await bench.recipe.import(ada, recipeOf(start, { ...post(), params: { operation: 'read_messages' } }))
  expect(verdict).toMatchObject({ ok: false, incomplete: [{ path: 'nodes.1.params.channel', nodeId: 'post' }] })
})

test('a node may be called __proto__, and is bound like any other', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const { id } = await bench.recipe.import(ada, recipeOf({ ...hook, id: '__proto__' }, { ...post(), id: 'constructor' }))
  const bound = await bench.recipe.choose(ada, { id, nodeId: 'constructor', connectionId: slack })
  expect(bound.nodes[1]?.credential).toEqual({ connectionId: slack })
  await bench.reopen()
  expect((await bench.recipe.get(ada, { id })).hooks.map(({ nodeId }) => nodeId)).toEqual(['__proto__'])
})

const idOf = (prefix: string) => `${prefix}_${ulid()}` as never

test('a connection that is not here is told by the verdict alone', async () => {
  const bench = await recipeBench()
  const gone = ConnectionId.parse(idOf('cred'))
  const { verdict } = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: gone })))
  expect(verdict.problems).toMatchObject([{ code: 'CREDENTIAL_NOT_FOUND', connectionId: gone }])
})
