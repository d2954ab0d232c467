import { expect, test } from 'vitest'
import { owner, teammate } from '../../fakes/engine'
import { testServer } from './test-server'

test('a new client’s token is shown once, works at once, and acts as the subject it was made for', async () => {
  const { call } = await testServer()
  const made = await call('POST', '/api/clients', { body: { name: 'backup script', subject: teammate.subject } })
  const { token, ...view } = made.json()
  expect(view).toMatchObject({ name: 'backup script', subject: 'grace', lastUsedAt: null })
  expect((await call('GET', '/api/session', { token })).json().actor.subject).toBe('grace')
  const listed = await call('GET', '/api/clients')
  expect(listed.json().find(({ id }: { id: string }) => id === view.id)).toEqual({
    ...view,
    lastUsedAt: '2026-11-21T09:30:00.000Z',
  })
  expect(listed.text).not.toContain(token)
})

test('a client acts as the owner unless said otherwise', async () => {
  const { call } = await testServer()
  expect((await call('POST', '/api/clients', { body: { name: 'mine' } })).json().subject).toBe(owner.subject)
})

test('a client may revoke itself; the answer still comes, the next call is 401', async () => {
  const { call, ownerToken } = await testServer()
  const clients = (await call('GET', '/api/clients')).json()
  const { id } = clients.find(({ name }: { name: string }) => name === 'owner')
  expect((await call('DELETE', `/api/clients/${id}`)).json()).toMatchObject({ id })
  expect((await call('GET', '/api/clients', { token: ownerToken })).status).toBe(401)
})

test('revoking what is not there is 404', async () => {
  const { call } = await testServer()
  expect((await call('DELETE', '/api/clients/client_01J9Z3K4M5N6P7Q8R9S0T1V2W3')).json().code).toBe('NOT_FOUND')
})

test('a token that is revoked loses its open event stream', async () => {
  const { access, origin } = await testServer()
  const { token, id } = await access.clients.create('watcher', owner.subject)
  const response = await fetch(`${origin}/api/events`, { headers: { Authorization: `Bearer ${token}` } })
  await access.clients.revoke(id)
  expect(await response.text()).not.toContain('connection')
})
