import { expect, test } from 'vitest'
import { owner, teammate } from '../../fakes/engine'
import { testServer } from './test-server'

const people = [owner, teammate].map(({ subject, label }) => ({ subject, label }))

test('a ticket is exchanged once for a session that acts as its person', async () => {
  const { call, access } = await testServer()
  const ticket = access.sessions.issueTicket(owner.subject)
  const session = (await call('POST', '/api/session', { token: '', body: { ticket } })).json()
  expect(session).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), actor: people[0], actors: people })
  expect((await call('GET', '/api/session', { token: session.token })).json()).toEqual({ actor: people[0], actors: people })
  const again = await call('POST', '/api/session', { token: '', body: { ticket } })
  expect([again.status, again.json().code]).toEqual([401, 'UNAUTHORIZED'])
})

test('of parallel exchanges of one ticket, one succeeds', async () => {
  const { call, access } = await testServer()
  const ticket = access.sessions.issueTicket(owner.subject)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call('POST', '/api/session', { token: '', body: { ticket } })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(401)])
})

test('a ticket is worth nothing after 60 seconds, whatever the wall clock says', async () => {
  const { call, access, time } = await testServer()
  const [early, late] = [access.sessions.issueTicket(owner.subject), access.sessions.issueTicket(owner.subject)]
  time.now -= 1e9
  time.monotonic = 59_999
  expect((await call('POST', '/api/session', { token: '', body: { ticket: early } })).status).toBe(200)
  time.monotonic = 60_000
  expect((await call('POST', '/api/session', { token: '', body: { ticket: late } })).status).toBe(401)
})

test('an API token that was pasted into the page serves as a session', async () => {
  const { call, ownerToken } = await testServer()
  expect((await call('GET', '/api/session', { token: ownerToken })).json().actor).toEqual(people[0])
})

test('the demo’s page switches to the other account, and its former token ends', async () => {
  const { call, access } = await testServer()
  const token = access.sessions.start(owner.subject)
  const switched = (await call('POST', '/api/session/actor', { token, body: { subject: teammate.subject } })).json()
  expect(switched.actor).toEqual(people[1])
  expect((await call('GET', '/api/session', { token: switched.token })).json().actor).toEqual(people[1])
  expect((await call('GET', '/api/session', { token })).status).toBe(401)
  expect((await call('GET', '/api/clients', { token: switched.token })).json().code).toBe('FORBIDDEN')
})

test('nobody can act as someone who is not one of the demo’s accounts', async () => {
  const { call, access } = await testServer()
  const token = access.sessions.start(owner.subject)
  const { status, json } = await call('POST', '/api/session/actor', { token, body: { subject: 'mallory' } })
  expect([status, json().data.fields[0].path]).toEqual([400, 'subject'])
})

test('an API token acts as one subject for good: it can neither switch nor leave a session behind', async () => {
  const { call, teammateToken, ownerToken } = await testServer()
  for (const [token, person] of [
    [ownerToken, people[0]],
    [teammateToken, people[1]],
  ] as const) {
    const answer = await call('POST', '/api/session/actor', { token, body: { subject: owner.subject } })
    expect([answer.status, answer.json().code]).toEqual([403, 'FORBIDDEN'])
    expect((await call('GET', '/api/session', { token })).json()).toEqual({ actor: person, actors: [person] })
  }
})

test('outside the demo nobody can switch', async () => {
  const { call, access } = await testServer({ demo: false })
  const token = access.sessions.start(owner.subject)
  const answer = await call('POST', '/api/session/actor', { token, body: { subject: owner.subject } })
  expect(answer.json().code).toBe('FORBIDDEN')
})

test('health needs no token and tells how the vault stands', async () => {
  const { call, engine } = await testServer()
  expect((await call('GET', '/api/health', { token: '' })).json()).toEqual({
    status: 'ok',
    version: '0.0.0-test',
    vault: 'unlocked',
  })
  await engine.lock()
  expect((await call('GET', '/api/health', { token: '' })).json().vault).toBe('locked')
})

test('ten wrong passwords a minute, then 429 with how long to wait', async () => {
  const { call, engine } = await testServer()
  await engine.lock()
  for (let i = 0; i < 10; i++) {
    expect((await call('POST', '/api/vault/unlock', { body: { password: 'wrong password' } })).json().code).toBe('WRONG_PASSWORD')
  }
  const limited = await call('POST', '/api/vault/unlock', { body: { password: 'correct horse' } })
  expect([limited.status, limited.json().data.retryAfterSeconds]).toEqual([429, 60])
})
