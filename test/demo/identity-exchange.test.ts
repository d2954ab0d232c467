import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { exchangeIdentity, revoke, signIn } from './passport-client'
import { temporaryDemo } from './temporary-demo'

test('an access token is exchanged for an identity token that the platform signed, about the same person, for a short while', async () => {
  const { platform } = await temporaryDemo({ identityTokenSeconds: 120 })
  const { accessToken } = await signIn(platform, 'Noor')
  const { status, body } = await exchangeIdentity(platform, accessToken)
  expect([status, body.expires_in]).toEqual([200, 120])
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', platform.urls.platform))
  const expected = { issuer: platform.urls.platform, audience: 'neurocad-platform', algorithms: ['ES256'] }
  const { payload } = await jwtVerify(body.identity_token ?? '', keys, expected)
  expect(payload.sub).toBe('user_demo_noor')
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(120)
})

test('the public keys hold nothing private', async () => {
  const { platform } = await temporaryDemo()
  for (const origin of [platform.urls.platform, platform.urls.passport]) {
    const { keys } = await (await fetch(`${origin}/.well-known/jwks.json`)).json()
    expect(keys).toHaveLength(1)
    for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(keys[0]).not.toHaveProperty(part)
  }
})

test('without an access token that is good now there is none, and no OAuth error code that says why', async () => {
  const { platform } = await temporaryDemo()
  const { accessToken, refreshToken, idToken } = await signIn(platform)
  await revoke(platform, refreshToken)
  for (const token of [undefined, '', 'never-given', accessToken, refreshToken, idToken]) {
    const answer = await exchangeIdentity(platform, token)
    expect(answer).toEqual({ status: 401, body: { message: 'Unauthorized' } })
  }
})
