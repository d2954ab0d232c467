import { expect, test } from 'vitest'
import type { RecipeId } from '../../../src-shared/domain/identifiers'
import { ada, grace } from '../session-fixture'
import { library, post, type RecipeBench, recipeBench, recipeOf, start } from './recipe-fixture'

const passport = 'neurocadUserIdentityApi'

const verdict = async (bench: RecipeBench, id: RecipeId, who = ada) => {
  const listed = (await bench.recipe.list(who, {})).items.find((one) => one.id === id)?.verdict
  // What is remembered and what is found out anew never differ.
  expect(listed).toEqual(await bench.recipe.preflight(who, { id }))
  return listed?.problems.map(({ code, status, recovery }) => [code, status, recovery].filter(Boolean).join(' '))
}

test('a verdict follows its connection at once, and only the recipes that use it are told of', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const { id } = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: slack })))
  const other = await bench.recipe.import(ada, recipeOf(start, post({ connectionId: await bench.add() })))
  expect(await verdict(bench, id)).toEqual([])
  bench.heard()
  for (const [status, expected] of [
    ['needs_reauth', 'CREDENTIAL_NOT_ACTIVE needs_reauth reconnect'],
    ['uninstalled', 'CREDENTIAL_NOT_ACTIVE uninstalled reconnect'],
    ['error', 'CREDENTIAL_NOT_ACTIVE error reconnect'],
    ['revoked', 'CREDENTIAL_NOT_ACTIVE revoked select'],
  ] as const) {
    await bench.move(slack, status)
    expect(bench.heard()).toEqual([`recipes ${id} to org`])
    for (const who of [ada, grace]) expect(await verdict(bench, id, who)).toEqual([expected])
  }
  await bench.reconnect(slack)
  expect(bench.heard()).toEqual([`recipes ${id} to org`])
  expect(await verdict(bench, id)).toEqual([])
  expect(await verdict(bench, other.id)).toEqual([])
})

test('a verdict follows what the operator provides', async () => {
  const bench = await recipeBench()
  const mine = await bench.add({ type: passport })
  const request = { id: 'ask', kind: 'http.request', name: 'Ask', params: { method: 'GET', url: 'https://a.example' } } as const
  const { id } = await bench.recipe.import(ada, recipeOf(start, library()))
  const byType = await bench.recipe.import(ada, recipeOf(start, { ...request, credential: { type: 'serviceApi' } }))
  await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_NOT_FOUND contact_operator'])
  expect(await verdict(bench, byType.id)).toEqual(['CREDENTIAL_NOT_FOUND contact_operator'])
  bench.heard()
  const service = await bench.add({ type: 'serviceApi', managed: true })
  expect(bench.heard()[0]?.split(' ').sort()).toEqual(['org', 'recipes', 'to', id, byType.id].sort())
  expect(await verdict(bench, id)).toEqual([])
  expect(await verdict(bench, byType.id)).toEqual([])
  await bench.move(service, 'error')
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_NOT_ACTIVE error contact_operator'])
  await bench.write({ kind: 'connection.withdrawn', record: service, data: {} })
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_NOT_FOUND contact_operator'])
  // Of one that was withdrawn and one that is there, the one that is there counts.
  await bench.add({ type: 'serviceApi', managed: true })
  expect(await verdict(bench, id)).toEqual([])
})

test('what becomes of a private connection is told to its owner alone', async () => {
  const bench = await recipeBench()
  await bench.add({ type: 'serviceApi', managed: true })
  const mine = await bench.add({ type: passport })
  const { id } = await bench.recipe.import(ada, recipeOf(start, library()))
  await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })
  const [grant] = (await bench.grant.list(ada, undefined as never)).items
  expect(await verdict(bench, id)).toEqual([])
  expect(await verdict(bench, id, grace)).toEqual(['PASSPORT_OWNER_ONLY select'])
  bench.heard()
  await bench.move(mine, 'needs_reauth')
  expect(bench.heard()).toEqual([`recipes ${id} to ada`])
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_NOT_ACTIVE needs_reauth reconnect'])
  expect(await verdict(bench, id, grace)).toEqual(['PASSPORT_OWNER_ONLY select'])
  await bench.reconnect(mine)
  await bench.staging.takeBinding(ada, { connectionId: mine })
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_NO_SUBJECT reconnect'])
  await bench.reconnect(mine)
  await bench.staging.leave(ada, { subject: 'ada' })
  expect(await verdict(bench, id)).toEqual(['GRANT_MISSING grant'])
  await bench.staging.comeBack(ada, { subject: 'ada' })
  bench.heard()
  if (grant) await bench.grant.revoke(ada, { id: grant.id })
  expect(bench.heard()).toEqual([`recipes ${id} to ada`, 'grants to ada'])
  expect(await verdict(bench, id)).toEqual(['GRANT_MISSING grant'])
  expect(await verdict(bench, id, grace)).toEqual(['PASSPORT_OWNER_ONLY select'])
})

test('a recipe that is written, bound or removed is told to everyone', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  bench.heard()
  const { id } = await bench.recipe.import(ada, recipeOf(start, post()))
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_MISSING select'])
  await bench.recipe.choose(ada, { id, nodeId: 'post', connectionId: slack })
  expect(await verdict(bench, id)).toEqual([])
  await bench.recipe.replace(ada, { ...recipeOf(start, post()), id })
  expect(await verdict(bench, id)).toEqual(['CREDENTIAL_MISSING select'])
  await bench.recipe.remove(ada, { id })
  expect(bench.heard()).toEqual(Array.from({ length: 4 }, () => `recipes ${id} to org`))
})

test('what is used, renamed or tested without a change is told to nobody', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  await bench.recipe.import(ada, recipeOf(start, post({ connectionId: slack })))
  bench.heard()
  await bench.write({ kind: 'connection.used', record: slack, data: {} })
  await bench.write({ kind: 'connection.renamed', record: slack, data: { name: 'B', nameBefore: 'A' } })
  await bench.write({ kind: 'connection.tested', record: slack, data: { result: 'success', error: null, moved: null } })
  expect(bench.heard()).toEqual([])
})

test('every problem is told in the order of the nodes, and each recovery mends it', async () => {
  const bench = await recipeBench()
  const slack = await bench.add()
  const mine = await bench.add({ type: passport })
  const nodes = [
    start,
    { ...post({ connectionId: slack }), id: 'p1' },
    library(),
    { ...post(), id: 'p2' },
    { ...library({ connectionId: mine }), id: 'own' },
  ]
  const { id } = await bench.recipe.import(ada, recipeOf(...nodes))
  await bench.move(slack, 'error')
  expect(await verdict(bench, id)).toEqual([
    'CREDENTIAL_NOT_ACTIVE error reconnect',
    'CREDENTIAL_MISSING select',
    'CREDENTIAL_MISSING select',
    'CREDENTIAL_NOT_FOUND contact_operator',
  ])
  await bench.add({ type: 'serviceApi', managed: true })
  await bench.reconnect(slack)
  await bench.recipe.choose(ada, { id, nodeId: 'part', connectionId: mine })
  await bench.recipe.choose(ada, { id, nodeId: 'p2', connectionId: slack })
  expect(await verdict(bench, id)).toEqual(['GRANT_MISSING grant'])
  await bench.recipe.choose(ada, { id, nodeId: 'own', connectionId: mine })
  expect(await verdict(bench, id)).toEqual([])
})
