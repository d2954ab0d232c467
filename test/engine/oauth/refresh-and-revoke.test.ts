import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import type { OAuthDeclaration } from '../../../src-main/engine/oauth/declaration'
import { revokeToken } from '../../../src-main/engine/oauth/revocation'
import { clientCredentials, refreshTokens } from '../../../src-main/engine/oauth/token-endpoint'
import { everythingSaid, rejection } from './everything-said'
import { jsonServer, localServer } from './local-server'
import { flow, plainProvider } from './plain-provider'

const bounded = boundedFetch(fetch)
const refresh = (url: string, changes: Partial<OAuthDeclaration> = {}, app: typeof flow.app | { clientId: string } = flow.app) =>
  refreshTokens({ ...plainProvider(url), ...changes }, bounded, app, 'the-refresh-token')
const revoke = (url: string, changes: Partial<OAuthDeclaration> = {}) =>
  revokeToken({ ...plainProvider(url), ...changes }, bounded, flow.app, 'the-refresh-token', 'refresh_token')

const tokens = { access_token: 'new-access', token_type: 'Bearer', expires_in: 60, scope: 'read' }

test('a refresh sends the refresh token and names the client, and answers the new tokens', async () => {
  const server = await jsonServer({ ...tokens, refresh_token: 'new-refresh' })
  expect(await refresh(server.url)).toMatchObject({
    accessToken: 'new-access',
    refreshToken: 'new-refresh',
    expiresInSeconds: 60,
    scopes: ['read'],
  })
  const [request] = server.requests
  expect(Object.fromEntries(request?.form ?? [])).toEqual({ grant_type: 'refresh_token', refresh_token: 'the-refresh-token' })
  expect(request?.headers.authorization).toMatch(/^Basic /)
})

test('no new refresh token means that the old one stays: none is answered', async () => {
  const { url } = await jsonServer(tokens)
  expect((await refresh(url)).refreshToken).toBeUndefined()
})

test('a public client only names itself', async () => {
  const server = await jsonServer(tokens)
  await refresh(server.url, {}, { clientId: 'public-client' })
  const [request] = server.requests
  expect(request?.headers.authorization).toBeUndefined()
  expect(request?.form.get('client_id')).toBe('public-client')
  expect(request?.form.has('client_secret')).toBe(false)
})

test('a client that asks for itself sends the scopes it wants, where it wants some', async () => {
  const server = await jsonServer(tokens)
  const ask = (scopes: string[]) => clientCredentials({ ...plainProvider(server.url), scopes }, bounded, flow.app)
  expect(await ask(['read', 'write'])).toMatchObject({ accessToken: 'new-access', expiresInSeconds: 60 })
  await ask([])
  expect(server.requests.map(({ form }) => Object.fromEntries(form))).toEqual([
    { grant_type: 'client_credentials', scope: 'read write' },
    { grant_type: 'client_credentials' },
  ])
})

test('an id token that nobody asked for, or that is none, does not fail a refresh, and is not kept', async () => {
  const { url } = await jsonServer({ ...tokens, id_token: 'not.a.token' })
  const answer = await refresh(url)
  expect(answer.idTokenClaims).toBeUndefined()
  expect(answer.body).not.toHaveProperty('id_token')
})

test.for([
  ['its code', 400, 'application/json', '{"error":"invalid_grant"}', { providerError: 'invalid_grant' }],
  ['its code, whatever the media type', 400, 'text/plain', '{"error":"invalid_grant"}', { providerError: 'invalid_grant' }],
  ['its code, whatever the status', 403, 'application/json', '{"error":"invalid_client"}', { providerError: 'invalid_client' }],
  ['its code, in a success too', 200, 'application/json', '{"error":"invalid_grant"}', { providerError: 'invalid_grant' }],
  ['the status where there is no code', 401, 'text/html', '<p>Sign in</p>', { providerError: 'http_401' }],
  ['the status where the error is no code', 403, 'application/json', '{"error":{"message":"no"}}', { providerError: 'http_403' }],
  ['the status of an empty answer', 404, 'application/json', '', { providerError: 'http_404' }],
  ['what is no token answer', 200, 'application/json', '{}', { providerError: 'malformed_answer' }],
  ['another success', 201, 'application/json', JSON.stringify(tokens), { providerError: 'malformed_answer' }],
] as const)('a failure is named by %s', async ([, status, type, body, data]) => {
  const { url } = await localServer((response) =>
    response.writeHead(status, { 'content-type': type, 'www-authenticate': 'Bearer realm="x"' }).end(body),
  )
  const error = await rejection(refresh(url))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data })
  expect(everythingSaid(error)).not.toMatch(/the-refresh-token|the-client-secret|new-access/)
})

test('a wait that a provider asks for comes with its error, as seconds or as a date', async () => {
  const asked = await jsonServer({ error: 'temporarily_unavailable' }, 400, { 'retry-after': '7' })
  await expect(refresh(asked.url)).rejects.toMatchObject({
    data: { providerError: 'temporarily_unavailable', retryAfterSeconds: 7 },
  })
  const down = await jsonServer({}, 503, {
    date: 'Wed, 21 Oct 2026 07:00:00 GMT',
    'retry-after': 'Wed, 21 Oct 2026 07:00:30 GMT',
  })
  await expect(refresh(down.url)).rejects.toMatchObject({ data: { providerError: 'http_503', retryAfterSeconds: 30 } })
})

test('a refresh token is sent nowhere that a redirect points to', async () => {
  const elsewhere = await jsonServer(tokens)
  const { url } = await localServer((response) => response.writeHead(307, { location: `${elsewhere.url}/token` }).end())
  for (const ask of [refresh(url), revoke(url)])
    await expect(ask).rejects.toMatchObject({ data: { providerError: 'redirect_refused' } })
  expect(elsewhere.requests).toEqual([])
})

test('a refresh token that comes back as an error code is not quoted', async () => {
  const { url } = await jsonServer({ error: 'unknown:the-refresh-token' }, 400)
  const error = await rejection(refresh(url))
  expect(error).toMatchObject({ data: { providerError: 'unknown_error' } })
  expect(everythingSaid(error)).not.toContain('the-refresh-token')
})

test('a revocation names the token and what it is', async () => {
  const server = await jsonServer({})
  await revoke(server.url)
  const [request] = server.requests
  expect(request?.path).toBe('/revoke')
  expect(Object.fromEntries(request?.form ?? [])).toEqual({ token: 'the-refresh-token', token_type_hint: 'refresh_token' })
  expect(request?.headers.authorization).toMatch(/^Basic /)
})

test('a token that the server does not know is as good as revoked', async () => {
  const empty = await localServer((response) => response.writeHead(200).end())
  await expect(revoke(empty.url)).resolves.toBeUndefined()
  const { url } = await jsonServer({ error: 'invalid_token' }, 400)
  await expect(revoke(url)).resolves.toBeUndefined()
})

test('a revocation that is refused, or that nobody offers, is told', async () => {
  const { url } = await jsonServer({ error: 'invalid_client' }, 401)
  await expect(revoke(url)).rejects.toMatchObject({ data: { providerError: 'invalid_client', recovery: 'edit_input' } })
  await expect(revoke(url, { revokeUrl: undefined })).rejects.toMatchObject({ data: { providerError: 'no_revocation_endpoint' } })
})
