import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServe } from '../../../src-main/host/serve/start-serve'
import { FakeClock } from '../../fakes/clock'
import { FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

const password = 'a password of this test'

interface Asked {
  token?: string
  body?: unknown
  headers?: Record<string, string>
}

/** As browsers mark what a page asks of its own server. */
const ofPage = { 'Sec-Fetch-Site': 'same-origin' }

/** A server whose vault is open and locks after a minute, with a script's token. */
async function serveForAMinute() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-auto-lock-'))
  const clock = new FakeClock()
  const engine = new FakeEngine('absent')
  const options = { folder, demo: false, port: 0, rendererFolder: '/nowhere', version: '0.0.0-test', logger: new FakeLogger() }
  const serve = await startServe({ ...options, clock, openEngine: async () => engine })
  onTestFinished(async () => {
    await serve.close()
    await rm(folder, { recursive: true })
  })
  const script = await readFile(serve.ready.tokenFile, 'utf8')
  const ask = async (method: string, path: string, { token = script, body, headers: more = {} }: Asked = {}) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...more }
    const answer = await fetch(`${serve.ready.api}${path}`, { method, headers, body: JSON.stringify(body) })
    return { status: answer.status, json: await answer.json() }
  }
  await ask('POST', '/vault', { body: { password } })
  await ask('PATCH', '/settings', { body: { autoLockMinutes: 1 } })
  return { clock, engine, ask, script, api: serve.ready.api }
}

test('a minute without a call locks, and every call is then answered VAULT_LOCKED', async () => {
  const { clock, engine, ask } = await serveForAMinute()
  clock.advance(59_999)
  expect(engine.state()).toBe('unlocked')
  clock.advance(1)
  expect(engine.state()).toBe('locked')
  for (const path of ['/connect/directory', '/connect/connections', '/settings', '/clients'])
    expect(await ask('GET', path), path).toMatchObject({ status: 423, json: { code: 'VAULT_LOCKED' } })
})

test('a script that uses the vault keeps it open, and so does somebody at the page', async () => {
  const { clock, engine, ask } = await serveForAMinute()
  for (let minute = 0; minute < 5; minute++) {
    clock.advance(40_000)
    expect((await ask('GET', '/connect/directory')).status).toBe(200)
    clock.advance(40_000)
    expect((await ask('POST', '/session/presence', { headers: ofPage })).status).toBe(200)
  }
  expect(engine.state()).toBe('unlocked')
})

test('what a page reads by itself keeps nothing open, nor does asking how the vault stands', async () => {
  const { clock, engine, ask } = await serveForAMinute()
  for (let each = 0; each < 6; each++) {
    clock.advance(9_000)
    expect((await ask('GET', '/connect/connections', { headers: ofPage })).status).toBe(200)
    await ask('GET', '/vault')
    await ask('GET', '/health')
    await ask('GET', '/session')
  }
  clock.advance(6_000)
  expect(engine.state()).toBe('locked')
})

test('a stream of events keeps nothing open, and ends with the lock', async () => {
  const { clock, engine, api, script } = await serveForAMinute()
  const stream = await fetch(`${api}/events`, { headers: { Authorization: `Bearer ${script}` } })
  const told = stream.text()
  await vi.waitFor(() => expect(engine.listeners.size).toBeGreaterThan(1))
  clock.advance(60_000)
  expect(engine.state()).toBe('locked')
  expect(await told).toContain('ready')
})

test('a call that is refused shows nobody', async () => {
  const { clock, engine, ask } = await serveForAMinute()
  clock.advance(40_000)
  expect((await ask('GET', '/connect/directory', { token: 'x'.repeat(43) })).status).toBe(401)
  clock.advance(20_000)
  expect(engine.state()).toBe('locked')
})
