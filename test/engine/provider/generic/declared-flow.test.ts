import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../../../src-demo/accounts'
import { newProof } from '../../../../src-main/engine/oauth/proof'
import type { AuthorizationRequest, Held, Provider, ProviderApp } from '../../../../src-main/engine/provider/provider'
import { createProviders } from '../../../../src-main/engine/provider/registry'
import { approve, consentForms } from '../../../demo/consent'
import { emulatedOrigin, type TemporaryEmulated, temporaryEmulated } from '../../../demo/temporary-emulated'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { flowOf } from '../flow-of'
import { heldGrant } from '../held-grant'

const MINUTE = 60_000

interface Declared {
  type: string
  /** Every refresh gives another refresh token. */
  rotates: boolean
  /** It ends tokens on request. */
  revocable: boolean
}

const declared: Declared[] = [
  { type: 'googleApi', rotates: false, revocable: true },
  { type: 'microsoftApi', rotates: true, revocable: false },
  { type: 'linearApi', rotates: true, revocable: true },
  { type: 'oktaApi', rotates: true, revocable: true },
]

let demo: TemporaryEmulated
beforeAll(async () => {
  demo = await temporaryEmulated()
})
afterAll(() => demo.stop())

describe.for(declared)('$type', ({ type, rotates, revocable }) => {
  function currentProvider(): Provider {
    const provider = createProviders(fetch, demo.platform.endpoints).get(type)
    if (provider === undefined) throw new Error(`there is no ${type}`)
    return provider
  }

  function currentApp(): ProviderApp {
    const { clientId = '', clientSecret, ...fields } = demo.platform.firstApps[type] ?? {}
    return { clientId, clientSecret, fields }
  }

  const requestOf = (loginHint: string = demoAccounts.owner.subject): AuthorizationRequest => ({
    app: currentApp(),
    redirectUri: `${emulatedOrigin}/api/${type}/oauth/callback`,
    ...newProof(),
    loginHint,
    fields: {},
  })

  async function connect(loginHint?: string) {
    const provider = currentProvider()
    const request = requestOf(loginHint)
    const redirect = await approve(await flowOf(provider).url(request))
    const grant = await flowOf(provider).redeem(request, new URL(redirect).searchParams)
    return { provider, grant, held: heldGrant(grant, request.app) }
  }

  /** One refresh, as the engine would do it. */
  async function refreshed(provider: Provider, held: Held): Promise<Held> {
    const [step] = provider.refresh?.(held, Date.now(), true) ?? []
    if (step === undefined) throw new Error('there is nothing to refresh')
    return { ...held, ...(await step.send(held)), scopes: held.scopes }
  }

  test('can be connected by whoever asks, and its test says success', async () => {
    const { provider, grant, held } = await connect(demoAccounts.teammate.subject)
    expect(grant.account).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), label: 'noor.haddad@larkspur.example' })
    expect(grant.scopes).toEqual(provider.description.scopes.map(({ name }) => name))
    expect(grant.expiresAt).toBeGreaterThan(Date.now() + 50 * MINUTE)
    expect(grant.secret).toEqual({ accessToken: expect.any(String), refreshToken: expect.any(String) })
    expect(await provider.test(held)).toEqual({ result: 'success' })
  })

  test('asks with PKCE, for what it says that it needs', async () => {
    const provider = currentProvider()
    const url = await flowOf(provider).url(requestOf())
    const parameters = new URL(url).searchParams
    expect(parameters.get('code_challenge_method')).toBe('S256')
    expect(parameters.get('scope')?.split(/[ ,]/)).toEqual(provider.description.scopes.map(({ name }) => name))
    expect((await consentForms(url)).map(({ button }) => button)).toEqual([
      'Allow as Ada Lindqvist',
      'Allow as Noor Haddad',
      'Cancel',
    ])
  })

  test('a code without the verifier it was asked for with gives no token', async () => {
    const provider = currentProvider()
    const request = requestOf()
    const callback = new URL(await approve(await flowOf(provider).url(request))).searchParams
    const stolen = { ...request, codeVerifier: newProof().codeVerifier }
    const error = await rejection(flowOf(provider).redeem(stolen, callback))
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'invalid_grant' } })
    for (const secret of [`${request.app.clientSecret}`, stolen.codeVerifier, `${callback.get('code')}`])
      expect(everythingSaid(error)).not.toContain(secret)
  })

  test('a wrong client secret leads back to where it was entered', async () => {
    const provider = currentProvider()
    const request = requestOf()
    const callback = new URL(await approve(await flowOf(provider).url(request))).searchParams
    const wrong = { ...request, app: { ...request.app, clientSecret: 'a-wrong-secret' } }
    await expect(flowOf(provider).redeem(wrong, callback)).rejects.toMatchObject({
      data: { providerError: 'invalid_client', recovery: 'edit_input' },
    })
  })

  test('is refreshed when less than a minute is left or when it must, and not before', async () => {
    const { provider, held } = await connect()
    const end = held.expiresAt ?? 0
    expect(provider.refresh?.(held, end - MINUTE, false)).toEqual([])
    expect(provider.refresh?.(held, end - MINUTE + 1, false)).toHaveLength(1)
    expect(provider.refresh?.(held, end - 50 * MINUTE, true)).toHaveLength(1)
    expect(provider.refresh?.({ ...held, secret: { accessToken: 'a' } }, end, true)).toEqual([])
  })

  test('a refresh spends the refresh token and gives tokens that work', async () => {
    const { provider, held } = await connect()
    const [step] = provider.refresh?.(held, Date.now(), true) ?? []
    expect(step?.spends(held)).toBe(held.secret.refreshToken)
    const after = await refreshed(provider, held)
    expect(after.secret.accessToken).not.toBe(held.secret.accessToken)
    expect(after.secret.refreshToken === held.secret.refreshToken).toBe(!rotates)
    expect(await provider.test(after)).toEqual({ result: 'success' })
    expect(await provider.test(await refreshed(provider, after))).toEqual({ result: 'success' })
    if (rotates) await expect(refreshed(provider, held)).rejects.toMatchObject({ data: { providerError: 'invalid_grant' } })
  })

  test('a revoked connection is refused from then on; where the provider revokes nothing, that is said', async () => {
    const { provider, held } = await connect()
    if (!revocable) {
      await expect(provider.revoke?.(held)).rejects.toMatchObject({ data: { providerError: 'no_revocation_endpoint' } })
      return
    }
    await provider.revoke?.(held)
    await expect(provider.revoke?.(held)).resolves.toBeUndefined()
    expect(await provider.test(held)).toMatchObject({ result: 'failure', event: 'rejected_by_provider' })
    await expect(refreshed(provider, held)).rejects.toMatchObject({ data: { providerError: 'invalid_grant' } })
  })

  test('goes on after the demo was restarted, as the same account', async () => {
    const before = await connect()
    await demo.restart()
    const provider = currentProvider()
    const held = { ...before.held, app: currentApp() }
    expect(await provider.test(held)).toEqual({ result: 'success' })
    expect(await provider.test(await refreshed(provider, held))).toEqual({ result: 'success' })
    expect((await connect()).grant.account).toEqual(before.grant.account)
  })

  test('its token is carried in a header, to the origins of the type alone', async () => {
    const { provider, held } = await connect()
    const { headers, query, origins } = provider.inject(held, undefined)
    expect(headers).toEqual({ authorization: `Bearer ${held.secret.accessToken}` })
    expect(query).toEqual({})
    const urls = Object.values(demo.platform.endpoints[type] ?? {}).filter((value) => URL.canParse(value))
    expect(origins).toEqual([...new Set(urls.map((url) => new URL(url).origin))])
  })
})

describe('without the demo', () => {
  let providers: ReturnType<typeof createProviders>
  beforeAll(() => {
    providers = createProviders(fetch, {})
  })

  test.for(['googleApi', 'microsoftApi', 'linearApi'])('%s is the real one, over encrypted connections', async (type) => {
    const provider = providers.get(type)
    if (provider === undefined) throw new Error(`there is no ${type}`)
    const request = {
      app: { clientId: 'c', fields: {} },
      redirectUri: 'http://127.0.0.1/',
      ...newProof(),
      loginHint: 'user_ada',
      fields: {},
    }
    const url = new URL(await flowOf(provider).url(request))
    expect(url.protocol).toBe('https:')
    expect(url.href).not.toContain('user_ada')
    const held = heldGrant({
      account: { id: '1', label: '1' },
      details: {},
      scopes: [],
      expiresAt: null,
      secret: { accessToken: 't' },
    })
    for (const origin of provider.inject(held, undefined).origins) expect(origin).toMatch(/^https:\/\//)
  })

  test('Okta takes no issuer that is not encrypted', () => {
    const check = (issuer: string) => () => providers.get('oktaApi')?.checkApp?.({ clientId: 'c', fields: { issuer } })
    expect(check('https://example.okta.com/oauth2/default')).not.toThrow()
    for (const issuer of ['http://example.okta.com', 'https://me@example.okta.com', 'https://example.okta.com/#x', ''])
      expect(check(issuer)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', data: { fields: [{ path: 'issuer', message: expect.any(String) }] } }),
      )
  })
})
