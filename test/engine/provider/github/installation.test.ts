import { expect, test } from 'vitest'
import { everythingSaid, rejection } from '../../oauth/everything-said'
import { app, gitHubServer, githubAt, held, installation, now } from './github-at'

const path = '/api/app/installations/42'
const tokens = `${path}/access_tokens`
const suspendedAt = '2026-11-20T08:00:00Z'
const refused = (status: number, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { message },
})

test('a token is made for the installation by the App’s JWT, and says when it ends', async () => {
  const server = await gitHubServer({
    [tokens]: { status: 201, body: { token: 'ghs_the-token', expires_at: '2026-11-21T01:00:00Z' } },
  })
  expect(await githubAt(server).mint?.(held)).toEqual({ token: 'ghs_the-token', expiresAt: now + 3_600_000 })
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: expect.stringMatching(/^Bearer ey/),
    'x-github-api-version': '2022-11-28',
    'user-agent': 'Neurocad-Connect',
  })
})

test.for([
  ['suspended', refused(403, 'This installation has been suspended'), 'installation_suspended', 'installation_suspended'],
  ['gone', refused(404, 'Not Found'), 'installation_not_found', 'installation_deleted'],
  ['of an App that is gone', refused(404, 'Integration not found'), 'app_not_found', 'refresh_failed'],
  ['asked for with a bad JWT', refused(401, 'A JSON web token could not be decoded'), 'bad_credentials', 'refresh_failed'],
] as const)('no token for an installation that is %s, and the code says what that means', async ([, answer, code, event]) => {
  const server = await gitHubServer({ [tokens]: answer })
  const github = githubAt(server)
  const error = await rejection(Promise.resolve(github.mint?.(held)))
  expect(error).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: code } })
  expect(everythingSaid(error)).not.toMatch(/ey[\w-]{10}|PRIVATE KEY/)
  expect(github.meaning?.(code)).toBe(event)
})

test.for([
  ['403 and Retry-After', refused(403, 'This installation has been suspended', { 'retry-after': '30' }), 30],
  ['403 and a spent quota', refused(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }), 60],
  ['429 and Retry-After', refused(429, 'Too many requests', { 'retry-after': '12' }), 12],
  ['429 alone', refused(429, 'Too many requests'), undefined],
] as const)('%s is a limit: it says when to come back, and nothing against the installation', async ([, answer, seconds]) => {
  const github = githubAt(await gitHubServer({ [tokens]: answer, [path]: answer }))
  await expect(github.mint?.(held)).rejects.toMatchObject({
    data: { providerError: 'rate_limited', ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) },
  })
  const tested = await github.test(held)
  expect(tested).toMatchObject({ result: 'failure', error: 'GitHub answered with an error (rate_limited).' })
  expect(tested.event).toBeUndefined()
})

test('an answer without a token, or without its end, is malformed', async () => {
  for (const body of [
    { token: 'ghs_x' },
    { token: '', expires_at: '2026-11-21T01:00:00Z' },
    { token: 'ghs_x', expires_at: 'soon' },
  ]) {
    const server = await gitHubServer({ [tokens]: { status: 201, body } })
    await expect(githubAt(server).mint?.(held)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
  }
})

test('without its App, or with another one entered since, nothing is asked of GitHub and nothing is said to be gone', async () => {
  const server = await gitHubServer({})
  const github = githubAt(server)
  const other = { ...app, fields: { ...app.fields, appId: '8' } }
  for (const without of [
    { ...held, app: undefined },
    { ...held, app: other },
  ]) {
    await expect(github.mint?.(without)).rejects.toMatchObject({ code: 'PROVIDER_APP_MISSING' })
    await expect(github.revoke?.(without)).rejects.toMatchObject({ code: 'PROVIDER_APP_MISSING' })
    const tested = await github.test(without)
    expect(tested).toEqual({ result: 'failure', error: expect.stringMatching(/^(Enter|This installation).* app /i) })
  }
  expect(server.requests).toEqual([])
})

test('a test of an installation that is as it was says so', async () => {
  const server = await gitHubServer({ [path]: { body: installation } })
  expect(await githubAt(server).test(held)).toEqual({ result: 'success' })
})

test('a test carries what changed at GitHub', async () => {
  const server = await gitHubServer({ [path]: { body: { ...installation, repository_selection: 'all' } } })
  expect(await githubAt(server).test(held)).toEqual({
    result: 'success',
    details: { ...held.details, repositorySelection: 'all' },
  })
})

test('a test finds a suspension, its end, and an installation that is gone', async () => {
  const suspended = await gitHubServer({ [path]: { body: { ...installation, suspended_at: suspendedAt } } })
  expect(await githubAt(suspended).test(held)).toEqual({
    result: 'failure',
    error: 'The installation is suspended at GitHub.',
    event: 'installation_suspended',
    details: { ...held.details, suspended: true },
  })
  const back = await gitHubServer({ [path]: { body: installation } })
  const wasSuspended = { ...held, details: { ...held.details, suspended: true } }
  expect(await githubAt(back).test(wasSuspended)).toEqual({
    result: 'success',
    event: 'installation_unsuspended',
    details: held.details,
  })
  expect(await githubAt(await gitHubServer({})).test(held)).toMatchObject({ result: 'failure', event: 'installation_deleted' })
})

test('revoking uninstalls the App, and is fine where it is gone already', async () => {
  const server = await gitHubServer({ [path]: { status: 204 } })
  await githubAt(server).revoke?.(held)
  expect(server.requests.map((request) => request.path)).toEqual([path])
  await githubAt(await gitHubServer({})).revoke?.(held)
  const down = await gitHubServer({ [path]: { status: 503 } })
  await expect(githubAt(down).revoke?.(held)).rejects.toMatchObject({ data: { providerError: 'http_503' } })
})

test('a request carries the made token to the origin of the API and to no other', () => {
  const github = githubAt({ url: 'http://127.0.0.1:4321' })
  expect(github.inject(held, 'ghs_the-token')).toEqual({
    headers: {
      authorization: 'Bearer ghs_the-token',
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'Neurocad-Connect',
    },
    query: {},
    origins: ['http://127.0.0.1:4321'],
  })
  expect(() => github.inject(held, undefined)).toThrow()
})

test('one installation is one grant', () => {
  const { sameGrant } = githubAt({ url: 'http://127.0.0.1:1' })
  const of = (installationId?: number) => ({ accountId: '9', details: { installationId } })
  expect([sameGrant(of(42), of(42)), sameGrant(of(42), of(43)), sameGrant(of(), of())]).toEqual([true, false, false])
})
