import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import type { OAuthDeclaration } from '../../../src-main/engine/oauth/declaration'
import { redeemCode } from '../../../src-main/engine/oauth/token-endpoint'
import { everythingSaid, rejection } from './everything-said'
import { jsonServer } from './local-server'
import { callback, flow, plainProvider } from './plain-provider'

const issuer = 'https://issuer.example/tenant'

const [rsa, ec] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('ES256')])

const idToken = (claims: JWTPayload = {}, alg: 'RS256' | 'ES256' = 'RS256'): Promise<string> =>
  new SignJWT({ iss: issuer, aud: flow.app.clientId, sub: 'ada', ...claims })
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .setExpirationTime(claims.exp ?? '5m')
    .sign((alg === 'RS256' ? rsa : ec).privateKey)

async function redeem(token: string | undefined, changes: Partial<OAuthDeclaration> = {}, query = callback()) {
  const { url } = await jsonServer({ access_token: 'the-access-token', token_type: 'Bearer', id_token: token })
  const declaration = { ...plainProvider(url), issuer, scopes: ['openid', 'email'], ...changes }
  return redeemCode(declaration, boundedFetch(fetch), flow, query)
}

test('the claims of an id token come with its tokens', async () => {
  const { idTokenClaims } = await redeem(await idToken({ email: 'ada@example.org' }))
  expect(idTokenClaims).toMatchObject({ sub: 'ada', email: 'ada@example.org' })
})

const wrong: [string, JWTPayload][] = [
  ['of another issuer', { iss: 'https://evil.example' }],
  ['for another client', { aud: 'another-client' }],
  ['for several clients without saying which one asked', { aud: [flow.app.clientId, 'another-client'] }],
  ['that has expired', { exp: 1_000_000_000 }],
]

test.for(wrong)('an id token %s is refused, and not quoted', async ([, claims]) => {
  const token = await idToken(claims)
  const error = await rejection(redeem(token))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'malformed_answer' } })
  expect(everythingSaid(error)).not.toContain(token)
})

test('an id token signed another way than the server said is refused', async () => {
  const token = await idToken({}, 'ES256')
  await expect(redeem(token)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
  await expect(redeem(token, { idTokenAlgorithms: ['RS256', 'ES256'] })).resolves.toHaveProperty('idTokenClaims.sub', 'ada')
})

test('an id token is read only where it was asked for of a known issuer', async () => {
  for (const changes of [{ issuer: undefined }, { scopes: ['read'] }]) {
    const { idTokenClaims, body } = await redeem(await idToken({ iss: 'https://evil.example' }), changes)
    expect(idTokenClaims).toBeUndefined()
    expect(body).not.toHaveProperty('id_token')
  }
})

test('a redirect is of the issuer itself, and must say so where the server promised it', async () => {
  const token = await idToken()
  const malformed = { data: { providerError: 'malformed_answer' } }
  await expect(redeem(token, {}, callback({ iss: issuer }))).resolves.toHaveProperty('idTokenClaims.sub', 'ada')
  await expect(redeem(token, {}, callback({ iss: new URL(issuer).origin }))).rejects.toMatchObject(malformed)
  await expect(redeem(token, { issInResponse: true })).rejects.toMatchObject(malformed)
})
