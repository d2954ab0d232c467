import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccounts } from '../../../src-demo'
import { ClientStore } from '../../../src-main/host/access/client-store'
import { SessionStore } from '../../../src-main/host/access/session-store'
import { listen } from '../../../src-main/host/http/listener'
import { procedureRoutes } from '../../../src-main/host/http/procedure-routes'
import { createServeApp } from '../../../src-main/host/http/serve-app'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve, consentButton } from '../../demo/consent'
import { ada, follow, grace } from '../../engine/connection/engine-fixture'
import { idOf, known, type PassportEngine, passportType, startPassportEngine } from '../../engine/connection/passport-fixture'
import { serveProgram } from '../program'

// The owner's Passport as a teammate sees it over HTTP: not at all.

let running: PassportEngine
let end: () => Promise<void>
let ask: (method: string, path: string, body?: unknown) => Promise<{ status: number; text: string }>
let events: () => Promise<AsyncIterable<string>>
/** The owner's. */
let passport: ConnectionId
let slack: ConnectionId
let authorizations: string[]

const never = { cred: 'cred_01J9Z3K4M5N6P7Q8R9S0T1V2W3', auth: 'auth_01J9Z3K4M5N6P7Q8R9S0T1V2W3' }

beforeAll(async () => {
  running = await startPassportEngine()
  const { engine, clock, logger } = running
  const folder = await mkdtemp(join(tmpdir(), 'connect-private-'))
  const people = { org: ada.actor.org, owner: ada.actor }
  const clients = await ClientStore.open({ folder, clock, logger, people })
  const { origin, serve, close } = await listen(0)
  const access = { clients, sessions: new SessionStore(clock), people: { ...people, others: [grace.actor] } }
  const { check, ...program } = serveProgram(engine, origin)
  const host = { engine, access, callbackOrigin: origin, clock, logger, program }
  serve(createServeApp({ ...host, check, rendererFolder: '/nowhere' }))
  const { token } = await clients.create('teammate', grace.actor.subject)
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  ask = async (method, path, body) => {
    const answer = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) })
    return { status: answer.status, text: await answer.text() }
  }
  events = async () => {
    const { body } = await fetch(`${origin}/api/events`, { headers })
    if (body === null) throw new Error('there is no stream')
    return body.pipeThrough(new TextDecoderStream())
  }
  end = async () => {
    await running.stop()
    await close(0)
    await clients.close()
    await rm(folder, { recursive: true })
  }

  const { authorization } = engine.useCases
  passport = idOf(await running.add(known(ada)))
  const { authorizationUrl } = await authorization.add(ada, { type: 'slackApi' })
  slack = idOf(await follow(engine, await approve(authorizationUrl)))
  const pending = await authorization.add(known(ada), { type: passportType })
  const exists = await running.add(known(ada))
  const failed = await authorization.add(known(ada), { type: passportType })
  await follow(engine, await approve(failed.authorizationUrl, consentButton.cancel), passportType).catch(() => undefined)
  authorizations = [pending, exists, failed].map(({ authorizationId }) => authorizationId)
})
afterAll(() => end())

/** What passes each schema, so that only the id is left to be refused. */
const bodies: Record<string, unknown> = {
  'PATCH /api/connect/connections/{id}': { name: 'Mine now' },
  'PUT /api/connect/connections/{id}/fields': { fields: {} },
  'POST /api/connect/connections/{id}/rebinding': { to: never.cred },
  'POST /api/connect/authorizations/{id}/resolution': { choice: 'keep_as_new' },
  'POST /api/connect/authorizations/{id}/callback': { url: 'http://127.0.0.1/?code=1&state=2' },
}
const routesOf = (prefix: string) => procedureRoutes.filter(({ path }) => path.startsWith(`${prefix}/{id}`))

async function askAbout({ method, path }: { method: string; path: string }, id: string) {
  const body = method === 'GET' ? undefined : (bodies[`${method} ${path}`] ?? {})
  const { status, text } = await ask(method, path.replace('{id}', id), body)
  return { status, text: text.replaceAll(id, '{id}') }
}

test.each(routesOf('/api/connect/connections'))(
  '$method $path answers for the id of a Passport word for word as for one that never was',
  async (route) => {
    const answer = await askAbout(route, passport)
    // What is the vault owner's alone is refused before anything is looked for.
    expect(answer.status).toBe(route.path.endsWith('/purge') ? 403 : 404)
    expect(answer).toEqual(await askAbout(route, never.cred))
  },
)

test.each(routesOf('/api/connect/authorizations'))(
  '$method $path answers for somebody else’s authorization word for word as for one that never was',
  async (route) => {
    for (const id of authorizations) {
      const answer = await askAbout(route, id)
      expect(answer.status).toBe(404)
      expect(answer).toEqual(await askAbout(route, never.auth))
    }
  },
)

test('all that was tried on it changed nothing', async () => {
  const { items } = await running.engine.useCases.connection.history(ada, { id: passport, limit: 50 })
  expect(items.map(({ kind }) => kind)).toEqual(['added'])
})

test('lists, totals, searches and the directory know of the Slack of the org and of nothing else', async () => {
  for (const query of ['', `?type=${passportType}`, '?visibility=private', '?status=active', '?query=ada', '?query=larkspur']) {
    const { text } = await ask('GET', `/api/connect/connections${query}`)
    const { items, total } = JSON.parse(text)
    expect(text).not.toContain(passport)
    expect(total).toBe(items.length)
    expect(items.every(({ id }: { id: string }) => id === slack)).toBe(true)
  }
  expect(JSON.parse((await ask('GET', `/api/connect/connections?query=${passport}`)).text)).toMatchObject({ total: 0 })
  const cards = JSON.parse((await ask('GET', '/api/connect/directory')).text)
  expect(cards.find(({ type }: { type: string }) => type === passportType)).toMatchObject({
    pill: { kind: 'not_connected' },
    attention: false,
  })
})

test('the page of its type, and the client that is entered for it, name nobody', async () => {
  for (const path of [`/api/connect/types/${passportType}`, `/api/provider-apps/${passportType}`]) {
    const { status, text } = await ask('GET', path)
    expect([status, text]).toEqual([200, expect.not.stringMatching(/user_demo_ada|cred_|lindqvist/i)])
  }
})

test('nothing that happens to it is told, while what happens to the org’s is', async () => {
  const stream = await events()
  const { connection } = running.engine.useCases
  let said = ''
  for await (const piece of stream) {
    const isFirst = said === ''
    said += piece
    if (isFirst) {
      await connection.rename(ada, { id: passport, name: 'Secretly renamed' })
      await connection.test(ada, { id: passport })
      await running.engine.useCases.authorization.add(known(ada), { type: passportType })
      await running.reconnect(passport, known(ada))
      await connection.rename(ada, { id: slack, name: 'Openly renamed' })
    }
    if (said.includes('Openly renamed')) break
  }
  expect(said).not.toMatch(/Secretly|neurocadUserIdentityApi/)
  expect(said).not.toContain(passport)
})

test('a teammate who signs in as the same person gets a Passport of their own, and hears of no other', async () => {
  const outcome = await running.add(grace, demoAccounts.owner.label)
  expect(outcome.status).toBe('completed')
  expect(idOf(outcome)).not.toBe(passport)
  const { items } = await running.engine.useCases.connection.list(ada, { type: passportType, limit: 50 })
  expect(items.map(({ id }) => id)).toEqual([passport])
})
