import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ClientStore } from '../../../src-main/host/access/client-store'
import { SessionStore } from '../../../src-main/host/access/session-store'
import { ApiSwitch } from '../../../src-main/host/api-switch'
import { createDesktopApp } from '../../../src-main/host/http/desktop-app'
import { procedureRoutes } from '../../../src-main/host/http/procedure-routes'
import { Loopback } from '../../../src-main/host/loopback'
import { FakeClock } from '../../fakes/clock'
import { FakeEngine, owner } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'
import { serveProgram } from '../program'

/** What the desktop application answers on this computer, on a real port. */
async function desktop() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-desktop-'))
  const clock = new FakeClock()
  const logger = new FakeLogger()
  const engine = new FakeEngine()
  const clients = await ClientStore.open({ folder, clock, logger, people: { org: owner.org, owner } })
  const access = { clients, sessions: new SessionStore(clock), people: { ...clients.people, others: [] } }
  const { check, ...program } = serveProgram(engine, '')
  let opened = 0
  const api = new ApiSwitch(() => opened++)
  const host = { engine, access, callbackOrigin: null, clock, logger, program, until: () => api.until() }
  const loopback = new Loopback(() => createDesktopApp({ ...host, check, isApiOn: () => api.isOn }))
  onTestFinished(async () => {
    api.follow({ loopbackApi: false })
    await loopback.close()
    await clients.close()
    await rm(folder, { recursive: true })
  })
  const origin = await loopback.origin()
  const { token } = await clients.create('a script', owner.subject)
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers }, redirect: 'manual' })
  return { api, ask, check, clients, engine, loopback, origin, opened: () => opened }
}

const on = { loopbackApi: true }
const off = { loopbackApi: false }
const callback = '/api/slackApi/oauth/callback?code=c&state=s'

test('while it is off, no route of the API is there, and providers are answered', async () => {
  const { ask } = await desktop()
  for (const { method, path } of procedureRoutes) {
    const { status } = await ask(path.replaceAll(/\{\w+\}/g, 'x'), { method })
    expect(status, `${method} ${path}`).toBe(404)
  }
  expect((await ask('/api/openapi.json')).status).toBe(404)
  expect((await ask('/api/ingress/slackApi', { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await ask(callback)).status).toBe(200)
})

test('switching takes effect with the next request, at the same address', async () => {
  const { api, ask, loopback, origin, opened } = await desktop()
  for (let turn = 0; turn < 2; turn++) {
    api.follow(on)
    expect((await ask('/api/connect/directory')).status).toBe(200)
    expect((await ask('/api/openapi.json')).status).toBe(200)
    api.follow(off)
    expect((await ask('/api/connect/directory')).status).toBe(404)
    expect(await loopback.origin()).toBe(origin)
  }
  expect(opened()).toBe(2)
})

test('switching it off ends the event streams of scripts', async () => {
  const { api, ask } = await desktop()
  api.follow(on)
  const stream = await ask('/api/events')
  const told = stream.text()
  api.follow(off)
  expect(await told).not.toContain('connection')
})

test('only who has a token is answered, and one that is revoked is refused', async () => {
  const { api, ask, clients } = await desktop()
  api.follow(on)
  expect((await ask('/api/connect/directory', { headers: { Authorization: 'Bearer wrong' } })).status).toBe(401)
  expect((await ask('/api/connect/directory')).status).toBe(200)
  const [client] = clients.list()
  if (client === undefined) throw new Error('there is no client')
  expect(client.lastUsedAt).not.toBeNull()
  await clients.revoke(client.id)
  expect((await ask('/api/connect/directory')).status).toBe(401)
})

test('another origin is refused as under serve', async () => {
  const { api, ask } = await desktop()
  api.follow(on)
  expect((await ask('/api/connect/directory', { headers: { Origin: 'https://evil.test' } })).status).toBe(403)
})

test('there is no page, and no ticket that could be exchanged for a session', async () => {
  const { api, ask } = await desktop()
  api.follow(on)
  for (const path of ['/', '/connect', '/settings', '/index.html']) expect((await ask(path)).status, path).toBe(404)
  const headers = { 'Content-Type': 'application/json' }
  const exchanged = await ask('/api/session', { method: 'POST', headers, body: JSON.stringify({ ticket: 'any' }) })
  expect(exchanged.status).toBe(401)
})

test('after the lock every call is answered VAULT_LOCKED, and a provider that the vault is locked', async () => {
  const { api, ask, engine } = await desktop()
  api.follow(on)
  await engine.lock()
  const locked = await ask('/api/connect/directory')
  expect([locked.status, (await locked.json()).code]).toEqual([423, 'VAULT_LOCKED'])
  expect((await ask(callback)).status).toBe(503)
})

test('the program’s own request to its callback address is answered to its nonce, and to that once', async () => {
  const { ask, check, origin } = await desktop()
  expect(await check.try(origin)).toMatchObject({ result: 'works' })
  for (const query of ['', '?nonce=', '?nonce=guessed']) expect((await ask(`/api/callback-check${query}`)).status).toBe(404)
})
