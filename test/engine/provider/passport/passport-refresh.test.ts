import { expect, test } from 'vitest'
import { rejection } from '../../oauth/everything-said'
import { jsonServer, type LocalServer, localServer } from '../../oauth/local-server'
import { heldPassport, now, passportWith } from './passport-at'

const provider = passportWith(fetch)
const MINUTE = 60_000

/** An authorization server and an exchange in one, which answer as said. */
async function serverWith(answers: { token?: unknown; identity?: unknown; status?: number; headers?: Record<string, string> }) {
  const server: LocalServer = await localServer((response) => {
    const { path = '' } = server.requests.at(-1) ?? {}
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json', ...answers.headers }).end(JSON.stringify(body))
    if (path.startsWith('/.well-known/')) {
      const [issuer, authorization_endpoint, token_endpoint] = ['', '/authorize', '/token'].map((end) => server.url + end)
      return json({ issuer, authorization_endpoint, token_endpoint })
    }
    return json(path === '/token' ? answers.token : answers.identity, answers.status)
  })
  return { ...server, at: { issuer: server.url, identityUrl: `${server.url}/exchange` } }
}

test.each([
  ['fresh tokens need nothing', { access: 60, identity: 15 }, false, []],
  ['an identity with a minute left needs nothing', { access: 60, identity: 1 }, false, []],
  ['an identity with less is exchanged', { access: 60, identity: 0.9 }, false, [undefined]],
  ['an access token with less is refreshed first', { access: 0.9, identity: 0.9 }, false, ['the-refresh-token', undefined]],
  ['tokens that ended long ago too', { access: -99, identity: -99 }, false, ['the-refresh-token', undefined]],
  ['refused ones are both made anew', { access: 60, identity: 15 }, true, ['the-refresh-token', undefined]],
] as const)('%s', (_, { access, identity }, force, spent) => {
  const held = heldPassport({}, { access: access * MINUTE, identity: identity * MINUTE })
  expect(provider.refresh?.(held, now, force).map((step) => step.spends(held))).toEqual(spent)
})

test('the first step keeps the rotated refresh token, the second the identity, and each leaves the rest as it was', async () => {
  const { at, requests } = await serverWith({
    token: { access_token: 'new-access', refresh_token: 'new-refresh', token_type: 'Bearer', expires_in: 600 },
    identity: { identity_token: 'new-identity', expires_in: 300 },
  })
  const held = heldPassport(at, { access: 0, identity: 0 })
  const [first, second] = provider.refresh?.(held, now, false) ?? []
  const refreshed = await first?.send(held)
  expect(refreshed).toEqual({
    secret: {
      refreshToken: 'new-refresh',
      accessToken: 'new-access',
      accessExpiresAt: String(now + 600_000),
      identityToken: 'the-identity-token',
    },
    expiresAt: held.expiresAt,
    scopes: undefined,
  })
  const secret = refreshed?.secret ?? {}
  expect(await second?.send({ ...held, secret })).toEqual({
    secret: { ...secret, identityToken: 'new-identity' },
    expiresAt: now + 300_000,
  })
  const [, sent, exchanged] = requests
  expect(Object.fromEntries(sent?.form ?? [])).toEqual({
    client_id: 'the-client',
    grant_type: 'refresh_token',
    refresh_token: 'the-refresh-token',
  })
  expect(exchanged?.headers.authorization).toBe('Bearer new-access')
})

test('a server that does not rotate leaves the refresh token as it is', async () => {
  const { at } = await serverWith({ token: { access_token: 'new-access', token_type: 'Bearer', expires_in: 600 } })
  const held = heldPassport(at, { access: 0, identity: 0 })
  const answer = await provider.refresh?.(held, now, false)[0]?.send(held)
  expect(answer?.secret.refreshToken).toBe('the-refresh-token')
})

test.each([
  [401, { message: 'Unauthorized' }, 'http_401'],
  [403, 'not json of an object', 'http_403'],
  [401, { error: 'invalid_token' }, 'invalid_token'],
  [400, { error: 'the-access-token' }, 'unknown_error'],
  [200, { identity_token: '' }, 'malformed_answer'],
  [200, { identity_token: 'x', expires_in: -1 }, 'malformed_answer'],
])('an exchange answered %i %j is refused with its own code, or its bare status', async (status, identity, providerError) => {
  const { at } = await serverWith({ identity, status })
  const held = heldPassport(at, { identity: 0 })
  const error = await rejection(Promise.resolve(provider.refresh?.(held, now, false)[0]?.send(held)))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError } })
})

test('a pause that the exchange asks for is passed on', async () => {
  const { at } = await serverWith({ identity: {}, status: 429, headers: { 'retry-after': '7' } })
  const held = heldPassport(at, { identity: 0 })
  const error = await rejection(Promise.resolve(provider.refresh?.(held, now, false)[0]?.send(held)))
  expect(error).toMatchObject({ data: { providerError: 'http_429', retryAfterSeconds: 7 } })
})

test('a server that does not say where its token endpoint is was not sent the token, and says nothing against it', async () => {
  const [nothing, down] = [await jsonServer({}, 404), await jsonServer({}, 503, { 'retry-after': '9' })]
  for (const [issuer, retryAfterSeconds] of [
    ['http://127.0.0.1:1', undefined],
    [nothing.url, undefined],
    [down.url, 9],
  ] as const) {
    const held = heldPassport({ issuer }, { access: 0, identity: 0 })
    const error = await rejection(Promise.resolve(provider.refresh?.(held, now, false)[0]?.send(held)))
    expect(error).toHaveProperty('data', { providerError: 'temporarily_unavailable', recovery: 'retry', retryAfterSeconds })
  }
  for (const { requests } of [nothing, down]) {
    for (const { path, form } of requests) expect([path, [...form]]).toEqual([expect.stringContaining('/.well-known/'), []])
  }
})
