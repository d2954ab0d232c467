import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { demoAccounts } from '../../src-demo'
import { passportClientId, passportPaths } from '../../src-demo/passport/app'
import { approve, consentButton, consentForms } from './consent'
import { passportRedirectUri, passportUrl, redeem, refresh, revoke, signIn, signOutEverywhere, userinfo } from './passport-client'
import { temporaryDemo } from './temporary-demo'

const { owner, teammate } = demoAccounts

test('the first button approves as whoever asks, the other person can be picked, and cancelling is access_denied', async () => {
  const { platform } = await temporaryDemo()
  const buttonsFor = async (hint: string) =>
    (await consentForms(passportUrl(platform, { login_hint: hint }))).map(({ button }) => button)
  expect(await buttonsFor(owner.subject)).toEqual(['Allow as Ada Lindqvist', 'Allow as Noor Haddad', 'Cancel'])
  expect(await buttonsFor(teammate.subject)).toEqual(['Allow as Noor Haddad', 'Allow as Ada Lindqvist', 'Cancel'])
  const redirect = new URL(await approve(passportUrl(platform), consentButton.cancel))
  expect(redirect.href.startsWith(`${passportRedirectUri}?`)).toBe(true)
  expect(Object.fromEntries(redirect.searchParams)).toMatchObject({
    error: 'access_denied',
    state: 'state-1',
    iss: platform.urls.passport,
  })
})

test('approving gives a code with its state and issuer, and the code tokens of that person', async () => {
  const { platform } = await temporaryDemo()
  const redirect = await approve(passportUrl(platform, { state: 'a state/with "marks" & more' }), 'Noor')
  const { searchParams } = new URL(redirect)
  expect([searchParams.get('state'), searchParams.get('iss')]).toEqual(['a state/with "marks" & more', platform.urls.passport])
  const answer = await redeem(platform, redirect)
  expect(answer).toMatchObject({ status: 200, expires_in: 3600, scope: 'openid email profile offline_access' })
  const who = { sub: teammate.subject, name: teammate.label, email: 'noor.haddad@larkspur.example' }
  expect(await userinfo(platform, answer.access_token ?? '')).toMatchObject(who)
  const keys = createRemoteJWKSet(new URL(passportPaths.jwks, platform.urls.passport))
  const expected = { issuer: platform.urls.passport, audience: passportClientId }
  expect((await jwtVerify(answer.id_token ?? '', keys, expected)).payload).toMatchObject(who)
})

test('discovery names the issuer and every endpoint that is used', async () => {
  const { platform } = await temporaryDemo()
  const { passport } = platform.urls
  const found = await (await fetch(`${passport}/.well-known/openid-configuration`)).json()
  expect(found).toMatchObject({
    issuer: passport,
    authorization_endpoint: `${passport}${passportPaths.authorization}`,
    token_endpoint: `${passport}${passportPaths.token}`,
    revocation_endpoint: `${passport}${passportPaths.revocation}`,
    userinfo_endpoint: `${passport}${passportPaths.userinfo}`,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })
})

test.for([
  ['another client', { client_id: 'somebody-else' }],
  ['another path', { redirect_uri: `${passportRedirectUri}/more` }],
  ['another host', { redirect_uri: 'https://elsewhere.example/' }],
] as const)('a request of %s sends nobody anywhere, on the page and when its form is posted anyway', async ([, changes]) => {
  const { platform } = await temporaryDemo()
  expect((await fetch(passportUrl(platform, changes), { redirect: 'manual' })).status).toBe(400)
  const [form] = await consentForms(passportUrl(platform))
  const body = new URLSearchParams({ ...form?.fields, ...changes })
  const url = `${platform.urls.passport}${passportPaths.authorization}`
  expect((await fetch(url, { method: 'POST', body, redirect: 'manual' })).status).toBe(400)
})

test.for([
  ['no challenge', { code_challenge: '', code_challenge_method: '' }],
  ['a plain challenge', { code_challenge_method: 'plain' }],
])('a request with %s goes back to the app as invalid', async ([, changes]) => {
  const { platform } = await temporaryDemo()
  const answer = await fetch(passportUrl(platform, changes as Record<string, string>), { redirect: 'manual' })
  const location = new URL(answer.headers.get('location') ?? '')
  expect([answer.status, location.searchParams.get('error')]).toEqual([302, 'invalid_request'])
})

test('a code is redeemed once, with its own verifier alone, and a second time ends its grant', async () => {
  const { platform } = await temporaryDemo()
  const wrong = await approve(passportUrl(platform))
  expect(await redeem(platform, wrong, { code_verifier: 'x'.repeat(43) })).toMatchObject({ error: 'invalid_grant' })
  const redirect = await approve(passportUrl(platform))
  const { access_token: token = '' } = await redeem(platform, redirect)
  expect(await userinfo(platform, token)).toMatchObject({ sub: owner.subject })
  expect(await redeem(platform, redirect)).toMatchObject({ error: 'invalid_grant' })
  expect(await userinfo(platform, token)).toBe(401)
})

test('revoking a refresh token ends its grant and no other, and revoking it again is fine', async () => {
  const { platform } = await temporaryDemo()
  const [ended, other] = [await signIn(platform), await signIn(platform)]
  for (let i = 0; i < 2; i++) expect(await revoke(platform, ended.refreshToken)).toEqual({ status: 200 })
  expect(await refresh(platform, ended.refreshToken)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect(await userinfo(platform, ended.accessToken)).toBe(401)
  expect(await userinfo(platform, other.accessToken)).toMatchObject({ sub: owner.subject })
  expect(await refresh(platform, other.refreshToken)).toMatchObject({ status: 200 })
})

test('signing somebody out everywhere ends all their grants, and nobody else’s', async () => {
  const { platform } = await temporaryDemo()
  const [first, second, others] = [await signIn(platform), await signIn(platform), await signIn(platform, 'Noor')]
  const page = await (await fetch(`${platform.urls.passport}/sessions`)).text()
  expect(page).toContain('Sign out Ada Lindqvist everywhere')
  expect((await signOutEverywhere(platform, owner.subject)).status).toBe(200)
  for (const { accessToken, refreshToken } of [first, second]) {
    expect(await userinfo(platform, accessToken)).toBe(401)
    expect(await refresh(platform, refreshToken)).toMatchObject({ error: 'invalid_grant' })
  }
  expect(await userinfo(platform, others.accessToken)).toMatchObject({ sub: teammate.subject })
  expect(await refresh(platform, others.refreshToken)).toMatchObject({ status: 200 })
  expect((await signOutEverywhere(platform, 'nobody')).status).toBe(400)
})

test('the desktop application is answered by a link, whose code is good like any other, and no other link is', async () => {
  const { platform } = await temporaryDemo()
  const link = 'neurocad://oauth/callback/neurocadUserIdentityApi'
  const redirect = await approve(passportUrl(platform, { redirect_uri: link }))
  expect(redirect.startsWith(`${link}?`)).toBe(true)
  expect(await redeem(platform, redirect, { redirect_uri: link })).toMatchObject({ status: 200 })
  for (const redirect_uri of [`${link}/more`, link.replace('neurocad:', 'evil:'), link.replace('UserIdentity', '')])
    await expect(approve(passportUrl(platform, { redirect_uri })), redirect_uri).rejects.toThrow('400')
})
