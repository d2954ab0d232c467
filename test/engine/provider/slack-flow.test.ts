import { expect, test } from 'vitest'
import { demoAccounts } from '../../../src-demo'
import { newProof } from '../../../src-main/engine/oauth/proof'
import type { AuthorizationRequest, Provider, ProviderGrant } from '../../../src-main/engine/provider/provider'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { approve, consentButton, consentForms } from '../../demo/consent'
import { slackAppOf } from '../../demo/slack-client'
import { otherRedirectUri, redirectUri, type TemporaryDemo, temporaryDemo } from '../../demo/temporary-demo'
import { everythingSaid, rejection } from '../oauth/everything-said'
import { flowOf } from './flow-of'
import { heldGrant, heldToken } from './held-grant'

function providerAt({ platform }: TemporaryDemo): Provider {
  const provider = createProviders(fetch, platform.endpoints).get('slackApi')
  if (provider === undefined) throw new Error('there is no Slack')
  return provider
}

const requestAt = ({ platform }: TemporaryDemo, loginHint: string = demoAccounts.owner.subject): AuthorizationRequest => ({
  app: { ...slackAppOf(platform), fields: {} },
  redirectUri,
  ...newProof(),
  loginHint,
  fields: {},
})

/** Authorizes to the end: by the first button, or the one that contains `button`. */
async function grant(demo: TemporaryDemo, button?: string): Promise<ProviderGrant> {
  const provider = providerAt(demo)
  const request = requestAt(demo)
  const redirect = await approve(await flowOf(provider).url(request), button)
  return flowOf(provider).redeem(request, new URL(redirect).searchParams)
}

test('a workspace can be connected, tested and revoked, and a revoked token is rejected for good', async () => {
  const demo = await temporaryDemo()
  const provider = providerAt(demo)
  const granted = await grant(demo)
  expect(granted).toEqual({
    account: { id: 'T000000001', label: 'Larkspur Devices' },
    details: { teamId: 'T000000001', appId: 'A0DEMOCONN', botUserId: 'U0DEMOBOT1' },
    scopes: provider.description.scopes.map(({ name }) => name),
    expiresAt: null,
    secret: { accessToken: expect.stringMatching(/^xoxb-/) },
  })
  expect(await provider.test(heldGrant(granted))).toEqual({ result: 'success' })
  await provider.revoke?.(heldGrant(granted))
  expect(await provider.test(heldGrant(granted))).toEqual({
    result: 'failure',
    event: 'tokens_revoked',
    error: 'Slack does not accept the connection any more (token_revoked).',
  })
})

test('revoking a token that is already gone, or that Slack never knew, is fine', async () => {
  const demo = await temporaryDemo()
  const held = heldGrant(await grant(demo))
  await providerAt(demo).revoke?.(held)
  await expect(providerAt(demo).revoke?.(held)).resolves.toBeUndefined()
  await expect(providerAt(demo).revoke?.(heldToken('xoxb-never-given'))).resolves.toBeUndefined()
})

test('the consent page is asked for in the name of whoever asks, for the scopes the type declares', async () => {
  const demo = await temporaryDemo()
  const provider = providerAt(demo)
  const url = new URL(await flowOf(provider).url(requestAt(demo, demoAccounts.teammate.subject)))
  expect(url.searchParams.get('login_hint')).toBe(demoAccounts.teammate.subject)
  expect(url.searchParams.get('scope')).toBe(provider.description.scopes.map(({ name }) => name).join(','))
  expect(url.searchParams.has('code_challenge')).toBe(false)
  expect((await consentForms(url.href))[0]).toMatchObject({ fields: { account: demoAccounts.teammate.subject } })
})

test('another workspace is another account, and its grant is another grant', async () => {
  const demo = await temporaryDemo()
  const [first, second] = [await grant(demo), await grant(demo, consentButton.secondWorkspace)]
  expect(second.account).toEqual({ id: 'T000000002', label: 'Foxglove Labs' })
  const accountOf = ({ account, details }: ProviderGrant) => ({ accountId: account.id, details })
  const { sameGrant } = providerAt(demo)
  expect(sameGrant(accountOf(first), accountOf(await grant(demo)))).toBe(true)
  expect(sameGrant(accountOf(first), accountOf(second))).toBe(false)
  expect(sameGrant(accountOf(first), { ...accountOf(first), details: { ...first.details, appId: 'A0ANOTHER' } })).toBe(false)
})

test('a code redeemed a second time ends with the error code of Slack, and the first grant lives on', async () => {
  const demo = await temporaryDemo()
  const provider = providerAt(demo)
  const request = requestAt(demo)
  const callback = new URL(await approve(await flowOf(provider).url(request))).searchParams
  const granted = await flowOf(provider).redeem(request, callback)
  await expect(flowOf(provider).redeem(request, callback)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'invalid_code', recovery: 'retry' },
  })
  expect(await provider.test(heldGrant(granted))).toEqual({ result: 'success' })
})

test('a code given for another redirect address ends with the error code of Slack', async () => {
  const demo = await temporaryDemo()
  const provider = providerAt(demo)
  const request = requestAt(demo)
  const callback = new URL(await approve(await flowOf(provider).url(request))).searchParams
  await expect(flowOf(provider).redeem({ ...request, redirectUri: otherRedirectUri }, callback)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'bad_redirect_uri', recovery: 'edit_input' },
  })
})

test('a wrong client secret leads back to the form where it was entered, and is not quoted', async () => {
  const demo = await temporaryDemo()
  const provider = providerAt(demo)
  const request = { ...requestAt(demo), app: { ...slackAppOf(demo.platform), clientSecret: 'a-wrong-secret', fields: {} } }
  const callback = new URL(await approve(await flowOf(provider).url(request))).searchParams
  const error = await rejection(flowOf(provider).redeem(request, callback))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: 'invalid_client_id', recovery: 'edit_input' } })
  for (const secret of ['a-wrong-secret', request.state, request.codeVerifier, `${callback.get('code')}`])
    expect(everythingSaid(error)).not.toContain(secret)
})

test('a token still works after the demo was restarted', async () => {
  const demo = await temporaryDemo()
  const held = heldGrant(await grant(demo))
  await demo.restart()
  expect(await providerAt(demo).test(held)).toEqual({ result: 'success' })
  await providerAt(demo).revoke?.(held)
  expect(await providerAt(demo).test(held)).toMatchObject({ result: 'failure', event: 'tokens_revoked' })
})
