import { expect, test } from 'vitest'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { slackEndpoints, slackOAuth } from '../../../src-main/engine/provider/slack-oauth'
import { postWithToken } from '../../../src-main/engine/provider/token-request'
import { credentialTypeKeys, TypeDescription } from '../../../src-shared/domain/credential-type'

test('every credential type has a provider, under its own key and in the order of the directory', () => {
  const providers = createProviders(fetch, {})
  expect([...providers.keys()]).toEqual(credentialTypeKeys.filter((key) => providers.has(key)))
  for (const [key, { description }] of providers) expect(description.type).toBe(key)
})

test('every type says what it is for, which nodes use it, and why it asks for each scope', () => {
  for (const { description, manualRevoke } of createProviders(fetch, {}).values()) {
    expect(TypeDescription.parse(description)).toEqual(description)
    expect(description.usedBy).not.toEqual([])
    expect(description.help).not.toEqual([])
    expect(manualRevoke).toMatch(/\.$/)
    for (const { reason } of description.scopes) expect(reason).toMatch(/^[A-Z].*\.$/)
  }
})

test('without other endpoints, Slack itself is asked, over an encrypted connection', async () => {
  const request = {
    app: { clientId: '1.2', clientSecret: 's', fields: {} },
    redirectUri: 'https://own.example/',
    state: 's',
    codeVerifier: 'v',
    fields: {},
  }
  const url = await createProviders(fetch, {})
    .get('slackApi')
    ?.authorization?.url({ ...request, loginHint: 'user_ada' })
  expect(url).toMatch(/^https:\/\/slack\.com\/oauth\/v2\/authorize\?/)
  expect(url).not.toContain('user_ada')
  expect(slackOAuth(slackEndpoints())).toMatchObject({
    tokenUrl: 'https://slack.com/api/oauth.v2.access',
    revokeUrl: 'https://slack.com/api/auth.revoke',
    origins: ['https://slack.com'],
  })
})

test('a token is sent to no origin that its type does not declare', async () => {
  const sent: string[] = []
  const network = async (url: string) => {
    sent.push(url)
    return new Response('{}')
  }
  const declaration = slackOAuth(slackEndpoints())
  for (const url of ['https://evil.example/', 'https://slack.com.evil.example/', 'http://slack.com/', 'https://slack.com:8443/'])
    await expect(postWithToken(declaration, network, url, 'xoxb-1')).rejects.toMatchObject({
      data: { providerError: 'origin_not_declared' },
    })
  expect(sent).toEqual([])
})
