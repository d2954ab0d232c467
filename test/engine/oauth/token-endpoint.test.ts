import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import { redeemCode } from '../../../src-main/engine/oauth/token-endpoint'
import { everythingSaid, rejection } from './everything-said'
import { jsonServer, localServer } from './local-server'
import { callback, flow, plainProvider } from './plain-provider'

const redeem = (origin: string, query = callback(), changes: object = {}) =>
  redeemCode({ ...plainProvider(origin), ...changes }, boundedFetch(fetch), flow, query)

const tokens = {
  access_token: 'the-access-token',
  token_type: 'Bearer',
  refresh_token: 'the-refresh-token',
  expires_in: 3600,
  scope: 'read write',
}

test('the code is exchanged with its redirect address and verifier, the secret in HTTP Basic', async () => {
  const server = await jsonServer(tokens)
  expect(await redeem(server.url)).toMatchObject({
    accessToken: 'the-access-token',
    refreshToken: 'the-refresh-token',
    expiresInSeconds: 3600,
    scopes: ['read', 'write'],
  })
  const [request] = server.requests
  expect(request?.path).toBe('/token')
  expect(Object.fromEntries(request?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    code: 'the-code',
    redirect_uri: flow.redirectUri,
    code_verifier: flow.codeVerifier,
  })
  const basic = Buffer.from(`${request?.headers.authorization}`.replace('Basic ', ''), 'base64').toString()
  expect(decodeURIComponent(basic)).toBe('the-client:the-client-secret')
})

test('a provider that wants the secret in the form and has no PKCE is asked so', async () => {
  const server = await jsonServer(tokens)
  await redeem(server.url, callback(), { pkce: false, clientAuthentication: 'client_secret_post' })
  const [request] = server.requests
  expect(request?.headers.authorization).toBeUndefined()
  expect(Object.fromEntries(request?.form ?? [])).toMatchObject({ client_id: 'the-client', client_secret: 'the-client-secret' })
  expect(request?.form.has('code_verifier')).toBe(false)
})

test.for([
  ['another state', { state: 'another' }],
  ['the issuer of another server (RFC 9207)', { iss: 'https://evil.example' }],
  ['no code', { code: '' }],
] as const)('an answer with %s is refused before anything is sent', async ([, changes]) => {
  const server = await jsonServer(tokens)
  await expect(redeem(server.url, callback(changes))).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'malformed_answer' },
  })
  expect(server.requests).toEqual([])
})

test('an answer with the issuer of this very server is taken', async () => {
  const server = await jsonServer(tokens)
  await expect(redeem(server.url, callback({ iss: server.url }))).resolves.toMatchObject({ accessToken: 'the-access-token' })
})

test.for([
  [400, 'invalid_grant', 'retry'],
  [401, 'invalid_client', 'edit_input'],
  [400, 'unauthorized_client', 'edit_input'],
] as const)('the error code of the provider comes through with its way out: %i %s', async ([status, error, recovery]) => {
  const { url } = await jsonServer({ error, error_description: 'not shown' }, status, { 'www-authenticate': 'Basic realm="x"' })
  const failure = await rejection(redeem(url))
  expect(failure).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: error, recovery } })
  expect(everythingSaid(failure)).not.toContain('not shown')
})

test.for([
  ['no token', {}],
  ['a token that is not text', { ...tokens, access_token: 7 }],
  ['an unknown type of token', { ...tokens, token_type: 'mac' }],
  ['an expiry that is no number', { ...tokens, expires_in: 'soon' }],
  ['a list', [tokens]],
] as const)('an answer with %s is malformed, and its tokens are not quoted', async ([, body]) => {
  const { url } = await jsonServer(body)
  const error = await rejection(redeem(url))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'malformed_answer' } })
  expect(everythingSaid(error)).not.toMatch(/the-access-token|the-refresh-token|the-code|the-client-secret/)
})

test('an answer that is not JSON is malformed', async () => {
  const { url } = await localServer((response) => response.end('<html>the-code</html>'))
  await expect(redeem(url)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
})

test.for(['the-client-secret', 'the-code', 'x the-state-value', 'spaces and <marks>', 'x'.repeat(101)])(
  'an error code that plays back a secret or is no code at all (%s) is not quoted',
  async (code) => {
    const { url } = await jsonServer({ error: code }, 400)
    const error = await rejection(redeem(url))
    expect(error).toMatchObject({ data: { providerError: 'unknown_error' } })
    expect(everythingSaid(error)).not.toContain(code)
  },
)

test('a provider that is down or rate limiting says so with its status', async () => {
  const { url } = await jsonServer({ error: 'slow_down' }, 429, { 'retry-after': '9' })
  await expect(redeem(url)).rejects.toMatchObject({ data: { providerError: 'http_429', retryAfterSeconds: 9 } })
})
