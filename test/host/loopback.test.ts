import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SessionStore } from '../../src-main/host/access/session-store'
import { createDesktopApp } from '../../src-main/host/http/desktop-app'
import { Loopback } from '../../src-main/host/loopback'
import { reachableEngine } from '../../src-main/host/reachable-engine'
import { FakeEngine, owner } from '../fakes/engine'
import { FakeLogger } from '../fakes/logger'
import { serveProgram } from './program'

let engine: FakeEngine
let loopback: Loopback
let opened: number
let origins: (string | null)[]

beforeEach(() => {
  engine = new FakeEngine()
  loopback = new Loopback(() => desktopApp(engine))
  opened = 0
  origins = []
  const { authorization } = engine.useCases
  engine.useCases.authorization = {
    ...authorization,
    add: (context, input) => {
      origins.push(context.callbackOrigin)
      return authorization.add(context, input)
    },
  }
})
afterEach(() => loopback.close())

/** As the desktop application answers while scripts are not. */
function desktopApp(engine: FakeEngine) {
  const { check, ...program } = serveProgram(engine, '')
  const clients = { resolve: () => undefined } as never
  const access = { people: { org: owner.org, owner, others: [] }, clients, sessions: new SessionStore({ monotonic: () => 0 }) }
  const host = { engine, access, callbackOrigin: null, clock: { monotonic: () => 0 }, logger: new FakeLogger(), program }
  return createDesktopApp({ ...host, check, isApiOn: () => false })
}

const context = { actor: owner, callbackOrigin: null }
const reachable = () =>
  reachableEngine(engine, async () => {
    opened++
    return { callbackOrigin: await loopback.origin() }
  })

/** Node's own client, because `fetch` does not let a caller choose the Host. */
function get(url: string, headers: Record<string, string> = {}): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      answer.on('end', () => resolve({ status: answer.statusCode, body }))
    })
    asked.once('error', reject).end()
  })
}

describe('the callback’s address', () => {
  test('is opened by the first authorization and by nothing before it', async () => {
    const { useCases } = reachable()
    await useCases.directory.list(context, undefined)
    expect(opened).toBe(0)
    await useCases.authorization.add(context, { type: 'slackApi' })
    expect(opened).toBe(1)
  })

  test('is on 127.0.0.1 by number, and stays the same', async () => {
    const { useCases } = reachable()
    await useCases.authorization.add(context, { type: 'slackApi' })
    await useCases.authorization.add(context, { type: 'slackApi' })
    expect(origins[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(origins[1]).toBe(origins[0])
  })
})

describe('the loopback server', () => {
  test('takes a provider’s redirect and answers with a page that can be closed', async () => {
    const answer = await get(`${await loopback.origin()}/api/slackApi/oauth/callback?code=c&state=s`)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('You can close this page')
  })

  test('refuses another Host, as a rebound name would send it', async () => {
    const origin = await loopback.origin()
    for (const host of ['localhost', new URL(origin).host.replace('127.0.0.1', 'localhost'), 'evil.example'])
      expect((await get(`${origin}/api/slackApi/oauth/callback?code=c&state=s`, { host })).status, host).toBe(403)
  })

  test('serves nothing else: no page, no API', async () => {
    const origin = await loopback.origin()
    for (const path of ['/', '/index.html', '/api/health', '/api/vault', '/api/connect/directory', '/api/session'])
      expect((await get(origin + path)).status, path).toBe(404)
  })
})
