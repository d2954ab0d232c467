import { expect, test } from 'vitest'
import { refresh } from '../../../demo/passport-client'
import { temporaryDemo } from '../../../demo/temporary-demo'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { flowOf } from '../flow-of'
import { heldGrant } from '../held-grant'
import { appAt, grantFrom, now, passportWith, requestFor } from './passport-at'

test('a sign-in gives an account, an identity that ends in a quarter of an hour, and what refreshes it', async () => {
  const { platform } = await temporaryDemo()
  const provider = passportWith(fetch)
  const granted = await grantFrom(provider, appAt(platform))
  expect(granted).toEqual({
    account: { id: 'user_demo_ada', label: 'ada.lindqvist@larkspur.example' },
    details: {},
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    expiresAt: now + 15 * 60_000,
    secret: {
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      accessExpiresAt: String(now + 60 * 60_000),
      identityToken: expect.stringMatching(/^eyJ/),
    },
  })
  const held = heldGrant(granted, appAt(platform))
  expect(await provider.test(held)).toEqual({ result: 'success' })
  expect(await provider.test({ ...held, accountId: 'somebody-else' })).toMatchObject({ event: 'rejected_by_provider' })
  await provider.revoke?.(held)
  await expect(provider.revoke?.(held)).resolves.toBeUndefined()
  expect(await provider.test(held)).toMatchObject({ result: 'failure', event: 'rejected_by_provider' })
})

test('the consent page is asked for with PKCE, the scopes the type declares and the name of whoever asks', async () => {
  const { platform } = await temporaryDemo()
  const provider = passportWith(fetch)
  const { origin, searchParams } = new URL(await flowOf(provider).url(requestFor(appAt(platform))))
  expect(origin).toBe(platform.urls.passport)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    scope: 'openid email profile offline_access',
    login_hint: 'user_demo_ada',
  })
})

test('a redirect that names another issuer, or none, is refused before its code is sent anywhere', async () => {
  const { platform } = await temporaryDemo()
  const sent: string[] = []
  const provider = passportWith((url, init) => {
    if (init.method === 'POST') sent.push(url)
    return fetch(url, init)
  })
  for (const iss of ['iss=https%3A%2F%2Felsewhere.example', '']) {
    const grant = grantFrom(provider, appAt(platform), (url) => url.replace(/iss=[^&]*/, iss))
    expect(await rejection(grant)).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'malformed_answer' } })
  }
  expect(sent).toEqual([])
})

test.each([
  ['refused', () => new Response('{"message":"Unauthorized"}', { status: 401 }), 'http_401'],
  ['down', () => new Response('', { status: 503 }), 'http_503'],
  ['talking nonsense', () => Response.json({ identity_token: 7 }), 'malformed_answer'],
])('with the exchange %s there is no half of a Passport, and the sign-in is ended', async (_, exchange, providerError) => {
  const { platform } = await temporaryDemo()
  let refreshToken = ''
  const provider = passportWith(async (url, init) => {
    if (url === platform.firstApps.neurocadUserIdentityApi?.identityUrl) return exchange()
    const answer = await fetch(url, init)
    if (url.endsWith('/oauth2/token')) refreshToken = (await answer.clone().json()).refresh_token
    return answer
  })
  const error = await rejection(grantFrom(provider, appAt(platform)))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError } })
  expect(refreshToken).toMatch(/^[\w-]{43}$/)
  expect(everythingSaid(error)).not.toContain(refreshToken)
  expect(await refresh(platform, refreshToken)).toMatchObject({ error: 'invalid_grant' })
})

test('an issuer that is not what it says, or whose metadata is a redirect, is not signed in to', async () => {
  const { platform } = await temporaryDemo()
  const app = appAt(platform)
  const provider = passportWith(async (url, init) => {
    const answer = await fetch(url, init)
    if (!url.includes('/.well-known/')) return answer
    return Response.json({ ...(await answer.json()), issuer: 'https://elsewhere.example' })
  })
  expect(await rejection(flowOf(provider).url(requestFor(app)))).toMatchObject({ data: { providerError: 'issuer_mismatch' } })
  const moved = passportWith(async () => Response.redirect('https://elsewhere.example/', 302))
  expect(await rejection(flowOf(moved).url(requestFor(app)))).toMatchObject({ code: 'PROVIDER_ERROR' })
})

test('without the client that a person enters there is nothing to sign in with', async () => {
  const provider = passportWith(fetch)
  const missing = { code: 'PROVIDER_APP_MISSING' }
  expect(await rejection(flowOf(provider).url(requestFor({ clientId: 'x', fields: {} })))).toMatchObject(missing)
})

test('an account goes by a name that can be shown, whatever else the sign-in says', async () => {
  const { platform } = await temporaryDemo()
  const provider = passportWith(async (url, init) => {
    const answer = await fetch(url, init)
    if (!url.endsWith('/oauth2/token')) return answer
    const { id_token: idToken, ...tokens } = (await answer.json()) as { id_token: string }
    const [head = '', body = '', signature = ''] = idToken.split('.')
    const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), email: 'ada\u001b[2J', name: 'A'.repeat(300) }
    const said = Buffer.from(JSON.stringify({ ...claims, preferred_username: 'ada' })).toString('base64url')
    return Response.json({ ...tokens, id_token: [head, said, signature].join('.') })
  })
  expect((await grantFrom(provider, appAt(platform))).account).toEqual({ id: 'user_demo_ada', label: 'ada' })
})
