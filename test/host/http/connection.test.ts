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
  const second = await call('PATCH', path, { body: { name: 'x', id: privateConnectionId } })
  expect(second.json().data.fields).toEqual([{ path: 'id', message: 'is named by the path' }])
  expect((await call('GET', `${path}/history?id=${privateConnectionId}`)).status).toBe(400)
})

test('a query on a write is refused rather than passed over', async () => {
  const { call } = await testServer()
  const refused = await call('DELETE', `${path}?credentials=1`)
  expect([refused.status, refused.json().data.fields[0].path]).toEqual([400, 'credentials'])
  expect((await call('GET', path)).json().status).toBe('active')
})

test('an id or type that nothing could have is answered like one that nothing has', async () => {
  const { call } = await testServer()
  const answers = [
    ['GET', '/api/connect/connections/nonsense', 'NOT_FOUND'],
    ['DELETE', '/api/connect/connections/%00', 'NOT_FOUND'],
    ['GET', '/api/connect/connections/%F0%9F%98%80/history', 'NOT_FOUND'],
    ['GET', '/api/connect/authorizations/nonsense', 'AUTHORIZATION_UNKNOWN'],
    ['POST', '/api/connect/types/nonsense/authorizations', 'NOT_FOUND'],
    ['GET', '/api/connect/types/nonsense', 'NOT_FOUND'],
    ['GET', '/api/provider-apps/nonsense', 'NOT_FOUND'],
    ['DELETE', '/api/clients/nonsense', 'NOT_FOUND'],
  ] as const
  for (const [method, address, code] of answers) {
    const { status, json } = await call(method, address)
    expect([method, address, status, json().code]).toEqual([method, address, 404, code])
  }
  const both = await call('PATCH', '/api/connect/connections/nonsense', { body: { name: 1 } })
  expect([both.status, both.json().code]).toEqual([400, 'INVALID_INPUT'])
})

test.each(['two\nlines', 'half a \ud800 pair', 'nul\0', ' '])('the name %j is refused', async (name) => {
  const { call } = await testServer()
  for (const answer of [await call('PATCH', path, { body: { name } }), await call('POST', '/api/clients', { body: { name } })]) {
    expect([answer.status, answer.json().data.fields[0].path]).toEqual([400, 'name'])
  }
})

test.each(['Zoë’s 名前', 'عربى', '👩🏽‍🔬 lab'])('the name %j is kept as it is', async (name) => {
  const { call } = await testServer()
  expect((await call('PATCH', path, { body: { name } })).json().name).toBe(name)
})
