import { expect, test } from 'vitest'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import type { LocalServer } from '../../oauth/local-server'
import { flowOf } from '../flow-of'
import { app, gitHubServer, githubAt, installation } from './github-at'

const request = {
  app,
  redirectUri: 'http://127.0.0.1:4000/api/githubApi/oauth/callback',
  state: 'the-state',
  codeVerifier: 'the-verifier',
  loginHint: 'user_ada',
  fields: {},
}
const callback = { code: 'the-code', state: 'the-state', installation_id: '42', setup_action: 'install' }
const redeem = (server: LocalServer, changes: Record<string, string> = {}) =>
  flowOf(githubAt(server)).redeem(request, new URLSearchParams({ ...callback, ...changes }))

const token = { body: { access_token: 'ghu_the-user-token', token_type: 'bearer', scope: '' } }
const visible = (...installations: { id: number; app_id: number }[]) => ({
  body: { total_count: installations.length, installations },
})
const working = {
  '/web/login/oauth/access_token': token,
  '/api/user/installations': visible({ id: 41, app_id: 7 }, { id: 42, app_id: 7 }),
  '/api/app/installations/42': { body: installation },
}

test('a person is sent to the page that installs the App, with the state and the way back', async () => {
  const at = { url: 'http://127.0.0.1:1' }
  const url = new URL(await flowOf(githubAt(at)).url(request))
  expect(`${url.origin}${url.pathname}`).toBe('http://127.0.0.1:1/web/apps/the-app/installations/new')
  expect(Object.fromEntries(url.searchParams)).toEqual({ state: 'the-state', redirect_uri: request.redirectUri })
  const hinted = new URL(await flowOf(githubAt(at, 'login_hint')).url(request))
  expect(hinted.searchParams.get('login_hint')).toBe('user_ada')
})

test('an installation that the person sees is taken with its facts, and nothing secret is kept of it', async () => {
  const server = await gitHubServer(working)
  expect(await redeem(server)).toEqual({
    account: { id: '9', label: 'larkspur' },
    details: {
      installationId: 42,
      appId: '7',
      repositorySelection: 'selected',
      suspended: false,
      configureUrl: 'https://github.com/settings/installations/42',
    },
    scopes: ['contents:read', 'issues:write', 'metadata:read', 'pull_requests:read'],
    expiresAt: null,
    secret: {},
    isFound: false,
  })
  const [exchange, list, read] = server.requests
  expect(Object.fromEntries(exchange?.form ?? [])).toMatchObject({
    client_id: 'Iv1.client',
    client_secret: 'the-client-secret',
    code: 'the-code',
    redirect_uri: request.redirectUri,
  })
  expect(list?.headers.authorization).toBe('Bearer ghu_the-user-token')
  expect(read?.headers.authorization).toMatch(/^Bearer ey[\w-]+\.[\w-]+\.[\w-]+$/)
})

test.for([
  ['is not among those the person sees', visible({ id: 41, app_id: 7 })],
  ['the person sees none at all', visible()],
  ['is of another App', visible({ id: 42, app_id: 8 })],
] as const)('an installation_id is refused when it %s, before anything is asked of it', async ([, list]) => {
  const server = await gitHubServer({ ...working, '/api/user/installations': list })
  const error = await rejection(redeem(server))
  expect(error).toMatchObject({ code: 'AUTHORIZATION_DENIED', data: { providerError: 'installation_not_visible' } })
  expect(everythingSaid(error)).not.toMatch(/ghu_|the-code|the-client-secret/)
  expect(server.requests.map(({ path }) => path.split('?')[0])).not.toContain('/api/app/installations/42')
})

test('the installation is looked for on every page of the list', async () => {
  const pages = (query: URLSearchParams) => {
    const page = Number(query.get('page'))
    const first = (page - 1) * 100 + 1000
    const installations = Array.from({ length: 100 }, (_, index) => ({ id: first + index, app_id: 7 }))
    return { body: { total_count: 201, installations: page === 3 ? [{ id: 42, app_id: 7 }] : installations } }
  }
  const server = await gitHubServer({ ...working, '/api/user/installations': pages })
  expect((await redeem(server)).details.installationId).toBe(42)
})

test('a list that never ends is given up', async () => {
  const endless = { body: { total_count: 1_000_000, installations: [{ id: 1, app_id: 7 }] } }
  const server = await gitHubServer({ ...working, '/api/user/installations': endless })
  await expect(redeem(server)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
  expect(server.requests.length).toBeLessThan(110)
})

test.for(['', '0', '-1', '042', '4.2', '42a', ' 42', '9'.repeat(16), '../42'])(
  'an installation_id that is no plain number is refused before the code is spent: %j',
  async (id) => {
    const server = await gitHubServer(working)
    await expect(redeem(server, { installation_id: id })).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
    expect(server.requests).toEqual([])
  },
)

test('two installation_ids are refused', async () => {
  const server = await gitHubServer(working)
  const twice = new URLSearchParams([...Object.entries(callback), ['installation_id', '41']])
  await expect(flowOf(githubAt(server)).redeem(request, twice)).rejects.toMatchObject({ code: 'PROVIDER_ERROR' })
})

test('a request that waits for an owner says so, and needs no code', async () => {
  const server = await gitHubServer(working)
  const asked = new URLSearchParams({ state: 'the-state', setup_action: 'request' })
  const flow = flowOf(githubAt(server))
  expect(flow.answeredBy?.(asked)).toBe('setup_action')
  await expect(flow.redeem(request, asked)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    message: expect.stringContaining('owner'),
    data: { providerError: 'installation_requested' },
  })
  expect(flow.answeredBy?.(new URLSearchParams(callback))).toBe('code')
})

test.for([
  ['bad_verification_code', 'retry'],
  ['incorrect_client_credentials', 'edit_input'],
  ['redirect_uri_mismatch', 'edit_input'],
] as const)('an exchange refused with status 200 and %s ends with that code', async ([error, recovery]) => {
  const server = await gitHubServer({ ...working, '/web/login/oauth/access_token': { body: { error } } })
  await expect(redeem(server)).rejects.toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: error, recovery } })
})

test.for([
  ['a link that is no page', { ...installation, html_url: 'javascript:alert(1)' }],
  ['no account', { ...installation, account: null }],
  ['no repositories', { ...installation, repository_selection: undefined }],
] as const)('an installation with %s is malformed', async ([, body]) => {
  const server = await gitHubServer({ ...working, '/api/app/installations/42': { body } })
  await expect(redeem(server)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
})
