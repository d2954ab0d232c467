import { expect, test } from 'vitest'
import { boundedFetch } from '../../../../src-main/engine/oauth/bounded-fetch'
import { providerFailure } from '../../../../src-main/engine/oauth/provider-failure'
import { OpenIdAccount } from '../../../../src-main/engine/provider/generic/identity'
import { type OAuthProviderParts, oauthProvider } from '../../../../src-main/engine/provider/generic/oauth-provider'
import { linear } from '../../../../src-main/engine/provider/linear'
import type { AuthorizationRequest } from '../../../../src-main/engine/provider/provider'
import { jsonServer, localServer } from '../../oauth/local-server'
import { callback, flow, plainProvider } from '../../oauth/plain-provider'
import { flowOf } from '../flow-of'
import { heldGrant, heldToken } from '../held-grant'

const now = Date.parse('2026-11-21T09:00:00Z')
const bounded = boundedFetch(fetch)
const { description, manualRevoke } = linear(bounded, undefined, () => now)

/** A server that gives tokens, and answers who they are of as the test says. */
async function providerWith(identity: unknown, { status = 200, parts = {} as Partial<OAuthProviderParts> } = {}) {
  const server = await localServer((response) => {
    const path = response.req.url ?? ''
    const tokens = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer', expires_in: 3600 }
    response
      .writeHead(path === '/me' ? status : 200, { 'content-type': 'application/json' })
      .end(path === '/token' ? JSON.stringify(tokens) : path === '/me' ? JSON.stringify(identity) : '')
  })
  const oauth = plainProvider(server.url)
  const provider = oauthProvider(bounded, () => now, {
    description,
    manualRevoke,
    declare: () => ({ oauth, identity: { url: `${server.url}/me`, account: OpenIdAccount } }),
    origins: () => oauth.origins,
    ...parts,
  })
  return { provider, server, oauth }
}

const request: AuthorizationRequest = { ...flow, app: { ...flow.app, fields: {} }, loginHint: 'user_ada', fields: {} }

test('a connection has the account that its server names, and the tokens with their end', async () => {
  const { provider } = await providerWith({ sub: 'ada', email: 'ada@example.org' })
  expect(await flowOf(provider).redeem(request, callback())).toEqual({
    account: { id: 'ada', label: 'ada@example.org' },
    details: {},
    scopes: ['read', 'write'],
    expiresAt: now + 3600_000,
    secret: { accessToken: 'a', refreshToken: 'r' },
  })
})

test.for([
  ['cannot say', {}, 500, 'http_500'],
  ['refuses the token it has just given', {}, 401, 'http_401'],
  ['names nobody', { email: 'ada@example.org' }, 200, 'malformed_answer'],
  ['names somebody with a line break', { sub: 'ada\nadmin' }, 200, 'malformed_answer'],
  ['answers a list', [], 200, 'malformed_answer'],
] as const)('tokens of an account that the server %s are ended, since nobody keeps them', async ([, identity, status, code]) => {
  const { provider, server } = await providerWith(identity, { status })
  await expect(flowOf(provider).redeem(request, callback())).rejects.toMatchObject({ data: { providerError: code } })
  const revoked = server.requests.filter(({ path }) => path === '/revoke').map(({ form }) => form.get('token'))
  expect(revoked).toEqual(['r'])
})

test('a name that would move a cursor is passed over for the next one', () => {
  expect(OpenIdAccount.parse({ sub: 'ada', email: 'a\u001b[2J@b', name: 'Ada' })).toEqual({ id: 'ada', label: 'Ada' })
  expect(OpenIdAccount.parse({ sub: 'ada', email: 'a\ud800', name: 'Ada' })).toEqual({ id: 'ada', label: 'Ada' })
  expect(OpenIdAccount.safeParse({ sub: 'a\ud800' }).success).toBe(false)
  expect(OpenIdAccount.parse({ sub: 'ada', email: null, name: 7 })).toEqual({ id: 'ada', label: 'ada' })
})

test('a token is not sent to ask who it is of where the type does not let it go', async () => {
  const elsewhere = await jsonServer({ sub: 'ada' })
  const { oauth } = await providerWith({})
  const { provider } = await providerWith(
    {},
    {
      parts: { declare: () => ({ oauth, identity: { url: `${elsewhere.url}/me`, account: OpenIdAccount } }) },
    },
  )
  expect(await provider.test(heldToken('a'))).toMatchObject({
    result: 'failure',
    error: expect.stringContaining('origin_not_declared'),
  })
  expect(elsewhere.requests).toEqual([])
})

test.for([
  [401, 'rejected_by_provider'],
  [403, undefined],
  [500, undefined],
] as const)('a test that is answered %i says of the connection: %s', async ([status, event]) => {
  const { provider } = await providerWith({}, { status })
  const tested = await provider.test(heldToken('a'))
  expect(tested.result).toBe('failure')
  expect(tested.event).toBe(event)
})

test('a token that is good, and not for this, asks for the scopes and not for another token', async () => {
  const { url } = await jsonServer({}, 403, { 'www-authenticate': 'Bearer realm="x", error="insufficient_scope", scope="email"' })
  const oauth = plainProvider(url)
  const declare = () => ({ oauth, identity: { url, account: OpenIdAccount } })
  const { provider } = await providerWith({}, { parts: { declare } })
  const tested = await provider.test(heldToken('a'))
  expect(tested).toMatchObject({ result: 'failure', isMissingScope: true })
  expect(tested.event).toBeUndefined()
})

test('an app that was forgotten since can still be tested, and neither refreshes nor revokes', async () => {
  const { provider, server } = await providerWith({ sub: 'ada' })
  const held = heldGrant(await flowOf(provider).redeem(request, callback()))
  server.requests.length = 0
  expect(await provider.test(held)).toEqual({ result: 'success' })
  const missing = expect.objectContaining({ code: 'PROVIDER_APP_MISSING', data: { type: 'linearApi' } })
  // Before anything is written down of a token that would be sent.
  expect(() => provider.refresh?.(held, now, true)).toThrow(missing)
  await expect(provider.revoke?.(held)).rejects.toEqual(missing)
  expect(server.requests.map(({ path }) => path)).toEqual(['/me'])
})

test('a server that does not say where it is now was not sent the token, and ends nothing', async () => {
  const { provider } = await providerWith({}, { parts: { declare: () => Promise.reject(providerFailure('metadata_not_found')) } })
  const held = { ...heldToken('a'), secret: { accessToken: 'a', refreshToken: 'r' }, app: { ...flow.app, fields: {} } }
  await expect(provider.refresh?.(held, now, true)[0]?.send(held)).rejects.toMatchObject({
    data: { providerError: 'temporarily_unavailable' },
  })
})

test('revoking one of two connections ends the other only where the provider takes back everything', async () => {
  const of = (accountId: string) => ({ accountId, details: {} })
  const { provider } = await providerWith({})
  expect(provider.sameGrant(of('ada'), of('ada'))).toBe(false)
  const { provider: whole } = await providerWith({}, { parts: { endsAllOfAccount: true } })
  expect(whole.sameGrant(of('ada'), of('ada'))).toBe(true)
  expect(whole.sameGrant(of('ada'), of('bert'))).toBe(false)
})
