import { expect, test } from 'vitest'
import { boundedFetch } from '../../../src-main/engine/oauth/bounded-fetch'
import type { Held } from '../../../src-main/engine/provider/provider'
import { slack } from '../../../src-main/engine/provider/slack'
import { slackEndpoints } from '../../../src-main/engine/provider/slack-oauth'
import { jsonServer } from '../oauth/local-server'

const now = Date.parse('2026-11-21T09:00:00Z')

// The demo's Slack has no token rotation; what the real one answers is in its documentation.
const slackAnswering = async (body: unknown) => {
  const server = await jsonServer(body)
  return { server, provider: slack(boundedFetch(fetch), slackEndpoints({ apiUrl: `${server.url}/api/` }), () => now) }
}

const rotating: Held = {
  accountId: 'T1',
  details: { teamId: 'T1' },
  scopes: ['chat:write'],
  expiresAt: now + 30_000,
  secret: { accessToken: 'xoxe.xoxb-1', refreshToken: 'xoxe-1' },
  app: { clientId: '1.2', clientSecret: 'the-secret', fields: {} },
}

test('an app with token rotation has its tokens refreshed, each refresh token once', async () => {
  const { server, provider } = await slackAnswering({
    ok: true,
    access_token: 'xoxe.xoxb-2',
    refresh_token: 'xoxe-2',
    expires_in: 43_200,
    token_type: 'bot',
    scope: 'chat:write,commands',
  })
  const [step, ...others] = provider.refresh?.(rotating, now, false) ?? []
  expect(others).toEqual([])
  expect(step?.spends(rotating)).toBe('xoxe-1')
  expect(await step?.send(rotating)).toEqual({
    secret: { accessToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2' },
    expiresAt: now + 43_200_000,
    scopes: ['chat:write', 'commands'],
  })
  expect(Object.fromEntries(server.requests[0]?.form ?? [])).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'xoxe-1',
    client_id: '1.2',
    client_secret: 'the-secret',
  })
})

test('an app without token rotation has nothing to refresh', async () => {
  const { provider } = await slackAnswering({})
  expect(provider.refresh?.({ ...rotating, expiresAt: null, secret: { accessToken: 'xoxb-1' } }, now, true)).toEqual([])
})

test('a refresh token that Slack does not know is what everybody else calls an invalid grant', async () => {
  const { provider } = await slackAnswering({ ok: false, error: 'invalid_refresh_token' })
  const [step] = provider.refresh?.(rotating, now, true) ?? []
  await expect(step?.send(rotating)).rejects.toMatchObject({ data: { providerError: 'invalid_grant' } })
})

test('a token that has run out says nothing of its refresh token: the grant is not taken for ended', async () => {
  const { provider } = await slackAnswering({ ok: false, error: 'token_expired' })
  await expect(provider.revoke?.(rotating)).rejects.toMatchObject({ data: { providerError: 'token_expired' } })
})
