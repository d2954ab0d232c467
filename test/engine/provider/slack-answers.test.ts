import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import type { Provider } from '../../../src-main/engine/provider/provider'
import { slack } from '../../../src-main/engine/provider/slack'
import { slackMeaning } from '../../../src-main/engine/provider/slack-meaning'
import { slackEndpoints } from '../../../src-main/engine/provider/slack-oauth'
import { everythingSaid, rejection } from '../oauth/everything-said'
import { jsonServer, type LocalServer, localServer } from '../oauth/local-server'
import { flowOf } from './flow-of'
import { heldToken } from './held-grant'

/** What Slack may answer and the demo never does. */

const now = Date.UTC(2026, 10, 21)
const slackAt = (url: string, timeoutMs?: number): Provider =>
  slack(
    boundedFetch(fetch, { timeoutMs }),
    slackEndpoints({ authorizeUrl: `${url}/authorize`, apiUrl: `${url}/api/` }),
    () => now,
  )

const held = heldToken('xoxb-the-token')
const request = {
  app: { clientId: '1.2', clientSecret: 'the-client-secret', fields: {} },
  redirectUri: 'http://127.0.0.1:4000/callback',
  state: 'the-state',
  codeVerifier: 'the-verifier',
  loginHint: 'user_ada',
  fields: {},
}
const redeem = ({ url }: LocalServer) =>
  flowOf(slackAt(url)).redeem(request, new URLSearchParams({ code: 'the-code', state: 'the-state' }))

const installed = {
  ok: true,
  access_token: 'xoxb-the-token',
  token_type: 'bot',
  scope: 'channels:read,chat:write',
  bot_user_id: 'U1',
  app_id: 'A1',
  team: { id: 'T1', name: 'One' },
}

test.for(['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive', 'not_authed'])(
  'a test answered %s rejects the token for good',
  async (error) => {
    const { url } = await jsonServer({ ok: false, error })
    expect(await slackAt(url).test(held)).toEqual({
      result: 'failure',
      event: slackMeaning(error),
      error: `Slack does not accept the connection any more (${error}).`,
    })
  },
)

test.for(['internal_error', 'fatal_error'])('a test answered %s says nothing against the token', async (error) => {
  const { url } = await jsonServer({ ok: false, error })
  expect(await slackAt(url).test(held)).toEqual({
    result: 'failure',
    error: `Slack answered with an error (${error}).`,
  })
})

test('a test answered missing_scope says that a Reconnect asks for the missing scopes, and nothing against the token', async () => {
  const { url } = await jsonServer({ ok: false, error: 'missing_scope' })
  expect(await slackAt(url).test(held)).toEqual({
    result: 'failure',
    isMissingScope: true,
    error: expect.stringMatching(/Slack .*missing_scope.*Reconnect: it asks for the missing scopes/),
  })
})

test('a Slack that asks to be left alone for a while says for how long', async () => {
  const { url } = await jsonServer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' })
  expect(await slackAt(url).test(held)).toEqual({
    result: 'failure',
    isUnavailable: true,
    error: 'Slack answered with an error (http_429).',
    retryAfterSeconds: 30,
  })
})

test('a Slack that is slow, down or unreachable fails a test as unavailable, without rejecting the token', async () => {
  const silent = await localServer(() => undefined)
  const unavailable = (error: string) => ({ result: 'failure', isUnavailable: true, error })
  expect(await slackAt(silent.url, 100).test(held)).toEqual(unavailable('Slack did not answer in time.'))
  expect(await slackAt('http://127.0.0.1:1').test(held)).toEqual(unavailable('Slack could not be reached.'))
  for (const [server, code] of [
    [await jsonServer({ ok: false, error: 'ratelimited' }, 429), 'http_429'],
    [await jsonServer({ ok: false, error: 'ratelimited' }), 'ratelimited'],
    [await jsonServer({}, 503), 'http_503'],
  ] as const)
    expect(await slackAt(server.url).test(held)).toEqual(unavailable(`Slack answered with an error (${code}).`))
})

test('a Slack talking nonsense fails a test without rejecting the token', async () => {
  for (const server of [await jsonServer({ unexpected: true }), await localServer((response) => response.end('<html>'))])
    expect(await slackAt(server.url).test(held)).toEqual({
      result: 'failure',
      error: 'Slack answered with an error (malformed_answer).',
    })
})

test('the token travels in the Authorization header of a POST to the declared origin, and nowhere else', async () => {
  const server = await jsonServer({ ok: true, revoked: true })
  await slackAt(server.url).test(held)
  await slackAt(server.url).revoke?.(held)
  expect(server.requests.map(({ path }) => path)).toEqual(['/api/auth.test', '/api/auth.revoke'])
  for (const { headers, form } of server.requests) {
    expect(headers.authorization).toBe('Bearer xoxb-the-token')
    expect(form.toString()).toBe('')
  }
})

test('a revoke that Slack refuses, or does not carry out, is an error', async () => {
  const refused = await jsonServer({ ok: false, error: 'ratelimited' })
  const idle = await jsonServer({ ok: true, revoked: false })
  await expect(slackAt(refused.url).revoke?.(held)).rejects.toMatchObject({ data: { providerError: 'ratelimited' } })
  await expect(slackAt(idle.url).revoke?.(held)).rejects.toMatchObject({ data: { providerError: 'not_revoked' } })
})

test('an app with token rotation gives an expiry and a refresh token, and both are kept', async () => {
  const server = await jsonServer({ ...installed, expires_in: 43_200, refresh_token: 'xoxe-1-refresh' })
  expect(await redeem(server)).toMatchObject({
    expiresAt: now + 43_200_000,
    secret: { accessToken: 'xoxb-the-token', refreshToken: 'xoxe-1-refresh' },
    scopes: ['channels:read', 'chat:write'],
  })
})

test.for([
  ['no team, as for a whole organisation', { ...installed, team: null }],
  ['no app', { ...installed, app_id: undefined }],
  ['no token', { ...installed, access_token: undefined }],
  ['a user token alone', { ...installed, token_type: 'user' }],
  ['neither ok nor a token', { ...installed, ok: undefined, access_token: undefined }],
] as const)('an installation with %s is malformed, and its token is not quoted', async ([, body]) => {
  const error = await rejection(redeem(await jsonServer(body)))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'malformed_answer' } })
  expect(everythingSaid(error)).not.toMatch(/the-token|the-code|the-client-secret/)
})

test('an error code that plays the token back is not shown', async () => {
  const { url } = await jsonServer({ ok: false, error: 'xoxb-the-token' })
  expect(await slackAt(url).test(held)).toMatchObject({ error: 'Slack answered with an error (unknown_error).' })
})
