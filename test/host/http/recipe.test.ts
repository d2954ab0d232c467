import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import type { Inputs } from '../../../src-shared/contract'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

const id = `recipe_${ulid()}`
const credential = `/api/recipes/${id}/nodes/post/credential`
const connectionId = `cred_${ulid()}`

/** Answers nothing, and keeps what it was asked. */
async function server() {
  const engine = new FakeEngine()
  const bound: Inputs['recipe']['choose'][] = []
  const replaced: Inputs['recipe']['replace'][] = []
  engine.useCases.recipe.choose = async (_, input) => {
    bound.push(input)
    throw new EngineError('NOT_FOUND')
  }
  engine.useCases.recipe.replace = async (_, input) => {
    replaced.push(input)
    throw new EngineError('VERSION_CONFLICT', { currentVersion: 7 })
  }
  return { ...(await testServer({ engine })), bound, replaced }
}

test('a body of null takes the connection of a node away, as an object that says so does', async () => {
  const { call, bound } = await server()
  expect((await call('PUT', credential, { body: 'null' })).json().code).toBe('NOT_FOUND')
  await call('PUT', credential, { body: { connectionId: null } })
  await call('PUT', credential, { body: { connectionId, expiresAt: '2027-01-01T00:00:00.000Z' } })
  expect(bound).toEqual([
    { id, nodeId: 'post', connectionId: null },
    { id, nodeId: 'post', connectionId: null },
    { id, nodeId: 'post', connectionId, expiresAt: '2027-01-01T00:00:00.000Z' },
  ])
})

test('null stands for something there alone, and nothing but null and an object is taken there', async () => {
  const { call, bound } = await server()
  const refused = [
    call('PUT', `/api/recipes/${id}`, { body: 'null' }),
    call('POST', '/api/recipes', { body: 'null' }),
    ...['[]', '0', 'false', '""', '{}'].map((body) => call('PUT', credential, { body })),
    call('PUT', credential, { body: 'null', headers: { 'Content-Type': 'text/plain' } }),
  ]
  for (const answer of refused) expect((await answer).json().code).toBe('INVALID_INPUT')
  expect(bound).toEqual([])
})

test('If-Match says which version of a recipe is replaced', async () => {
  const { call, replaced } = await server()
  const node = { id: 'a', kind: 'manual.trigger', name: 'A', params: {} }
  const body = { format: 1, name: 'Parts', nodes: [node], edges: [] }
  const conflict = await call('PUT', `/api/recipes/${id}`, { body, headers: { 'If-Match': '"3"' } })
  expect([conflict.status, conflict.json().data.currentVersion]).toEqual([409, 7])
  expect(replaced).toEqual([{ ...body, id, version: 3 }])
})

test('a recipe that is nested too deeply, names a kind that there is not, or holds credentials is refused by its place', async () => {
  const { call } = await server()
  const node = { id: 'a', kind: 'local.set', name: 'A' }
  const refused = async (nodes: string, more = '') => {
    const answer = await call('POST', '/api/recipes', { body: `{"format":1,"name":"Parts","nodes":[${nodes}]${more}}` })
    return [answer.status, answer.json().data.fields.map(({ path }: { path: string }) => path)]
  }
  const with_ = (more: object) => JSON.stringify({ ...node, ...more })
  const deep = `{"id":"a","kind":"local.set","name":"A","params":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
  expect(await refused(deep)).toEqual([400, ['nodes.0.params.x']])
  expect(await refused(with_({ kind: 'shell' }))).toEqual([400, ['nodes.0.kind']])
  expect(await refused(with_({ credentials: {} }))).toEqual([400, ['nodes.0.credentials']])
  expect(await refused(with_({ id: 'a.b' }))).toEqual([400, ['nodes.0.id']])
  expect(await refused(with_({}), ',"credentials":1')).toEqual([400, ['credentials']])
  expect(await refused(Array.from({ length: 1001 }, () => with_({})).join())).toEqual([400, ['nodes']])
})

test('a recipe that says its own id is replaced, and one that says another’s is not', async () => {
  const { call, replaced } = await server()
  const body = { format: 1, name: 'Parts', nodes: [{ id: 'a', kind: 'manual.trigger', name: 'A', params: {} }], edges: [] }
  const path = `/api/recipes/${id}`
  const other = await call('PUT', path, { body: { ...body, id: `recipe_${ulid()}` } })
  expect(other.json().data.fields).toEqual([{ path: 'id', message: 'is named by the path' }])
  await call('PUT', path, { body: { ...body, id } })
  expect(replaced).toEqual([{ ...body, id }])
})
