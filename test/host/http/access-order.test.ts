import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { ClientId } from '../../../src-shared/domain/identifiers'
import { FakeEngine } from '../../fakes/engine'
import { allRoutes, askAll, expectAll } from './all-routes'
import { testServer } from './test-server'

const tooMuch = Buffer.alloc(1024 * 1024 + 1, 0x20)
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

/** The first piece of the answer to exactly these bytes. */
async function overSocket(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  socket.write(bytes)
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return answer
}

/** Wrong in every way that is checked later, so that only the order of checks decides what is answered. */
const wrongLater = { body: [tooMuch], headers: bearer('wrong') }

test('a wrong, missing or almost right Host is refused on every route, before anything else', async () => {
  const { app, raw, port } = await testServer({ engine: new FakeEngine('locked') })
  const routes = allRoutes(app)
  for (const host of [
    'evil.test',
    '127.0.0.1',
    `localhost:${port}`,
    `127.0.0.1:${port}.evil.test`,
    `127.0.0.1:${port + 1}`,
    '',
  ]) {
    const answers = await askAll(routes, ({ method, path }) =>
      raw(method, path, { ...wrongLater.headers, Host: host, 'Transfer-Encoding': 'chunked' }, wrongLater.body),
    )
    expect(answers).toEqual(expectAll(routes, () => 'FORBIDDEN'))
  }
})

test('a wrong Origin is refused on every route, before anything else', async () => {
  const { app, raw, port } = await testServer({ engine: new FakeEngine('locked') })
  const routes = allRoutes(app)
  for (const origin of ['https://evil.test', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`, '']) {
    const answers = await askAll(routes, ({ method, path }) =>
      raw(method, path, { ...wrongLater.headers, Origin: origin, 'Transfer-Encoding': 'chunked' }, wrongLater.body),
    )
    expect(answers).toEqual(expectAll(routes, () => 'FORBIDDEN'))
  }
})

test.each([
  ['announced', { 'Content-Length': String(tooMuch.length) }],
  ['chunked', { 'Transfer-Encoding': 'chunked' }],
])('a body over 1 MiB, %s, is refused on every route and the client can read so', async (_, headers) => {
  const { app, raw } = await testServer({ engine: new FakeEngine('locked') })
  const routes = allRoutes(app)
  const answers = await askAll(routes, ({ method, path }) => raw(method, path, { ...bearer('wrong'), ...headers }, [tooMuch]))
  expect(answers).toEqual(expectAll(routes, () => 'PAYLOAD_TOO_LARGE'))
})

test('a body that is announced too large is refused before it comes', async () => {
  const { port } = await testServer()
  const answer = await overSocket(
    port,
    `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9999999\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s)
})

test('a second Host or Origin, or another authority in the request’s target, is refused', async () => {
  const { port } = await testServer()
  const [host, origin] = [`Host: 127.0.0.1:${port}\r\n`, `Origin: http://127.0.0.1:${port}\r\n`]
  const get = (target: string, headers: string) => overSocket(port, `GET ${target} HTTP/1.1\r\n${headers}\r\n`)
  for (const foreign of [
    get('/api/health', `${host}Host: evil.test\r\n`),
    get('/api/health', `Host: evil.test\r\n${host}`),
    get('/api/health', `${host}${origin}Origin: https://evil.test\r\n`),
    get('http://evil.test/api/health', host),
    get(`http://127.0.0.1:${port}@evil.test/api/health`, host),
  ])
    expect(await foreign).toMatch(/^HTTP\/1\.1 403 /)
  expect(await get(`http://127.0.0.1:${port}/api/health`, host + origin)).toMatch(/^HTTP\/1\.1 200 /)
})

test('a client that goes away in the middle of its body is no failure to log', async () => {
  const { port, call, logger } = await testServer()
  const socket = connect(port, '127.0.0.1')
  socket.write(`POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9\r\n\r\n{`)
  await call('GET', '/api/health')
  socket.destroy()
  await once(socket, 'close')
  await call('GET', '/api/health')
  expect(logger.lines).toEqual([])
})

test('a client that sends far more than anyone will take still reads why', async () => {
  const { raw } = await testServer()
  const flood = Array.from({ length: 40 }, () => tooMuch)
  const { status, text } = await raw('POST', '/api/vault/lock', { 'Transfer-Encoding': 'chunked' }, flood)
  expect([status, text]).toEqual([413, expect.stringContaining('PAYLOAD_TOO_LARGE')])
})

test('a body of exactly 1 MiB is taken', async () => {
  const { call } = await testServer()
  const body = `{${' '.repeat(1024 * 1024 - 2)}}`
  expect((await call('POST', '/api/vault/lock', { body })).status).toBe(200)
})

test('without a token, or with a wrong one, every route but the open ones answers 401, locked or not', async () => {
  for (const engine of [new FakeEngine('locked'), new FakeEngine('unlocked')]) {
    const { app, call } = await testServer({ engine })
    const routes = allRoutes(app).filter(({ meta }) => meta.access !== 'open')
    for (const headers of [{}, bearer('wrong'), { Authorization: 'Basic d3Jvbmc6d3Jvbmc=' }, { Authorization: 'Bearer' }]) {
      const answers = await askAll(routes, ({ method, path }) =>
        call(method, path, { token: '', headers, body: method === 'GET' ? undefined : 'not JSON' }),
      )
      expect(answers).toEqual(expectAll(routes, () => 'UNAUTHORIZED'))
    }
  }
})

test('a token that was revoked answers 401 on every route that needs one', async () => {
  const { app, call, access, ownerToken } = await testServer()
  const id = (await call('GET', '/api/clients')).json().find(({ name }: { name: string }) => name === 'owner').id
  await access.clients.revoke(ClientId.parse(id))
  const routes = allRoutes(app).filter(({ meta }) => meta.access !== 'open')
  const answers = await askAll(routes, ({ method, path }) => call(method, path, { token: ownerToken }))
  expect(answers).toEqual(expectAll(routes, () => 'UNAUTHORIZED'))
})

test.each(['locked', 'absent'] as const)(
  'while the vault is %s, every route that needs it open says VAULT_LOCKED, before its body',
  async (state) => {
    const { app, call } = await testServer({ engine: new FakeEngine(state) })
    const routes = allRoutes(app).filter(({ meta }) => !meta.whileLocked)
    const answers = await askAll(routes, ({ method, path }) =>
      call(method, path, { body: method === 'GET' ? undefined : 'not JSON' }),
    )
    expect(answers).toEqual(expectAll(routes, () => 'VAULT_LOCKED'))
  },
)

test('a teammate is refused on every route of the owner’s', async () => {
  const { app, call, teammateToken } = await testServer()
  const routes = allRoutes(app).filter(({ meta }) => meta.access === 'owner')
  expect(routes.length).toBeGreaterThan(5)
  const answers = await askAll(routes, ({ method, path }) => call(method, path, { token: teammateToken }))
  expect(answers).toEqual(expectAll(routes, () => 'FORBIDDEN'))
})

test('a body that is no JSON object is refused on every route that takes one, before its resource is looked for', async () => {
  const { app, call } = await testServer()
  // These judge a signature over bytes: what they say is looked at after that.
  const isSigned = (name: string) => /\/(ingress|webhooks)\//.test(name)
  const routes = allRoutes(app).filter(({ method, name }) => method !== 'GET' && !isSigned(name))
  const bodies = [
    { body: '{"a":' },
    { body: '[1]' },
    { body: '"text"' },
    { body: '{}', headers: { 'Content-Type': 'text/plain' } },
  ]
  for (const options of bodies) {
    const answers = await askAll(routes, ({ method, path }) => call(method, path, options))
    expect(answers).toEqual(expectAll(routes, () => 'INVALID_INPUT'))
  }
})

test('an unknown route, or a known one with another method, is 404 before its token is looked at', async () => {
  const { call } = await testServer()
  const unknown: [string, string][] = [
    ['GET', '/api'],
    ['GET', '/api/nonsense'],
    ['GET', '/api/health/'],
    ['GET', '/API/health'],
    ['POST', '/api/health'],
    ['PUT', '/api/vault'],
    ['DELETE', '/api/connect/connections'],
    ['OPTIONS', '/api/vault/unlock'],
    ['HEAD', '/api/events'],
    ['GET', '/nonsense'],
    ['GET', '/assets/../package.json'],
    ['POST', '/'],
    ['POST', '/api/slackApi/oauth/callback'],
  ]
  for (const [method, path] of unknown) {
    const { status, text } = await call(method, path, { token: '' })
    expect([method, path, status]).toEqual([method, path, 404])
    if (method !== 'HEAD')
      expect(JSON.parse(text)).toMatchObject({ code: 'NOT_FOUND', status: 404, data: { recovery: 'select' } })
  }
})

test('no answer carries a CORS header, and every one the security headers', async () => {
  const { app, call, origin } = await testServer()
  for (const { method, path } of allRoutes(app).filter(({ path }) => path !== '/api/events')) {
    const { headers } = await call(method, path, { headers: { Origin: origin } })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    if (path.startsWith('/api/')) expect(headers.get('Cache-Control')).toBe('no-store')
  }
})
