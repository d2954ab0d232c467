import { expect, test } from 'vitest'
import { orgConnectionId, privateConnectionId } from '../../fakes/engine'
import { testServer } from './test-server'

const path = `/api/connect/connections/${orgConnectionId}`

test('If-Match is honoured: the version that is there renames, another is a conflict', async () => {
  const { call } = await testServer()
  const rename = (version: string) => call('PATCH', path, { body: { name: 'New' }, headers: { 'If-Match': version } })
  const conflict = await rename('"2"')
  expect([conflict.status, conflict.json().data.currentVersion]).toEqual([409, 3])
  expect((await rename('"3"')).json()).toMatchObject({ name: 'New', version: 4 })
})

test('a private connection does not exist for a teammate: 404, not 403', async () => {
  const { call, teammateToken } = await testServer()
  const answer = await call('GET', `/api/connect/connections/${privateConnectionId}`, { token: teammateToken })
  expect([answer.status, answer.json().code]).toEqual([404, 'NOT_FOUND'])
  const { items } = (await call('GET', '/api/connect/connections', { token: teammateToken })).json()
  expect(items.map(({ id }: { id: string }) => id)).toEqual([orgConnectionId])
})

test('a query is read as the contract says, and what it does not know is refused by name', async () => {
  const { call } = await testServer()
  expect((await call('GET', '/api/connect/connections?limit=5&status=active')).status).toBe(200)
  const refused = await call('GET', '/api/connect/connections?limit=0&colour=red&status=odd')
  expect(refused.status).toBe(400)
  const fields = refused.json().data.fields.map((field: { path: string }) => field.path)
  expect(fields.sort()).toEqual(['colour', 'limit', 'status'])
})

test('a body cannot smuggle in what only the path may say, nor reach the prototype of anything', async () => {
  const { call } = await testServer()
  const bodies = ['{"name":"x","credentials":{}}', '{"name":"x","__proto__":{"version":1}}', '{"name":"x","constructor":{}}']
  for (const body of bodies) expect([body, (await call('PATCH', path, { body })).status]).toEqual([body, 400])
  expect((await call('PATCH', path, { body: { name: 'x', id: privateConnectionId } })).json().id).toBe(orgConnectionId)
})
