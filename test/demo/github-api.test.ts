import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  appJwt,
  callAsApp,
  callGitHub,
  installApp,
  installationIdOf,
  installationToken,
  installButton,
  userToken,
} from './github-client'
import { temporaryGitHub } from './temporary-github'

const firstOfOwner = 'repos/ada-lindqvist/sensor-board'

test('an App is known by its key alone: a JWT of another key, none, or one that is old or dated far ahead is 401', async () => {
  const { platform } = await temporaryGitHub()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect((await callAsApp(platform, 'app')).body).toMatchObject({ slug: 'neurocad-connect-demo', installations_count: 0 })
  const tokens = [
    await appJwt(platform, { privateKey: other }),
    await appJwt(platform, { iat: -600, exp: -60 }),
    await appJwt(platform, { exp: 3600 }),
    await appJwt(platform, { iat: 300, exp: 600 }),
    'not-a-jwt',
    undefined,
  ]
  for (const path of ['app', 'app/installations', 'app/installations/1', `${firstOfOwner}/installation`])
    for (const token of tokens) expect((await callGitHub(platform, path, { token })).status).toBe(401)
})

test('a JWT of an App that is not there says so', async () => {
  const { platform } = await temporaryGitHub()
  const token = await appJwt(platform, {}, { ...platform.firstApps.githubApi, appId: '77' })
  expect(await callGitHub(platform, 'app', { token })).toMatchObject({ status: 404, body: { message: 'Integration not found' } })
})

test('an installation token is good for an hour and acts on the repositories', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const jwt = await appJwt(platform)
  const path = `app/installations/${installationIdOf(redirect)}/access_tokens`
  const { status, body } = await callGitHub(platform, path, { token: jwt, method: 'POST' })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    token: expect.stringMatching(/^ghs_/),
    repository_selection: 'all',
    permissions: { issues: 'write' },
  })
  const { token, expires_at: expiresAt } = body as { token: string; expires_at: string }
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000)

  const seeded = (await callGitHub(platform, `${firstOfOwner}/issues`, { token })).body as unknown[]
  expect(seeded).toHaveLength(2)
  const made = await callGitHub(platform, `${firstOfOwner}/issues`, { token, method: 'POST', json: { title: 'From a recipe' } })
  expect(made).toMatchObject({ status: 201, body: { title: 'From a recipe', user: { login: 'neurocad-connect-demo[bot]' } } })
  const { number } = made.body as { number: number }
  const comment = { token, method: 'POST', json: { body: 'Done' } }
  expect((await callGitHub(platform, `${firstOfOwner}/issues/${number}/comments`, comment)).status).toBe(201)
})

test('a list that is too long for one page links to the next, at the same address', async () => {
  const { platform } = await temporaryGitHub()
  const token = await installationToken(platform, await installApp(platform))
  const { headers } = await callGitHub(platform, `${firstOfOwner}/issues?per_page=1`, { token })
  const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? ''
  expect(next).toContain(`${platform.url}/`)
  expect((await callGitHub(platform, next, { token })).body).toHaveLength(1)
})

test('a repository outside the selection does not exist, and the rest is listed with the ids that it has elsewhere', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform, installButton.someOfOrganization)
  const jwt = await appJwt(platform)
  const path = `app/installations/${installationIdOf(redirect)}/access_tokens`
  const minted = (await callGitHub(platform, path, { token: jwt, method: 'POST' })).body as {
    token: string
    repositories: { id: number; full_name: string }[]
  }
  const { token } = minted
  const { body } = await callGitHub(platform, 'installation/repositories', { token })
  const listed = body as { repositories: { id: number; full_name: string; owner: { id: number } }[] }
  expect(listed).toMatchObject({ total_count: 2, repository_selection: 'selected' })
  expect(listed.repositories.map(({ id, full_name }) => [id, full_name])).toEqual(
    minted.repositories.map(({ id, full_name }) => [id, full_name]),
  )
  const { body: installation } = await callAsApp(platform, `app/installations/${installationIdOf(redirect)}`)
  expect(installation).toMatchObject({ account: { id: listed.repositories[0]?.owner.id } })

  expect((await callGitHub(platform, 'repos/Larkspur-Devices/Firmware', { token })).status).toBe(200)
  for (const outside of ['larkspur-devices/handbook', 'ada-lindqvist/sensor-board', 'larkspur-devices/none'])
    for (const rest of ['', '/issues'])
      expect((await callGitHub(platform, `repos/${outside}${rest}`, { token })).status).toBe(404)
  expect((await callAsApp(platform, 'repos/larkspur-devices/firmware/installation')).body).toMatchObject({
    id: Number(installationIdOf(redirect)),
  })
  expect((await callAsApp(platform, 'repos/larkspur-devices/handbook/installation')).status).toBe(404)
})

test('a token can be asked for fewer repositories, and not for more', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform, installButton.someRepositories)
  const token = await installationToken(platform, redirect, { repositories: ['enclosure'] })
  expect((await callGitHub(platform, 'repos/ada-lindqvist/enclosure', { token })).status).toBe(200)
  expect((await callGitHub(platform, firstOfOwner, { token })).status).toBe(404)
  await expect(installationToken(platform, redirect, { repositories: ['sketches'] })).rejects.toThrow('422')
  await expect(installationToken(platform, redirect, { permissions: { contents: 'write' } })).rejects.toThrow('422')
})

test('a suspended installation mints nothing and its tokens are refused, until it is unsuspended', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const path = `app/installations/${installationIdOf(redirect)}`
  const token = await installationToken(platform, redirect)
  expect((await callAsApp(platform, `${path}/suspended`, 'PUT')).status).toBe(204)
  expect((await callAsApp(platform, path)).body).toMatchObject({
    suspended_at: expect.any(String),
    suspended_by: { login: 'ada-lindqvist' },
  })
  const refused = { status: 403, body: { message: 'This installation has been suspended' } }
  expect(await callAsApp(platform, `${path}/access_tokens`, 'POST')).toMatchObject(refused)
  expect(await callGitHub(platform, firstOfOwner, { token })).toMatchObject(refused)

  expect((await callAsApp(platform, `${path}/suspended`, 'DELETE')).status).toBe(204)
  expect((await callAsApp(platform, path)).body).toMatchObject({ suspended_at: null })
  expect((await callGitHub(platform, firstOfOwner, { token })).status).toBe(200)
})

test('a deleted installation is gone with its tokens, and another of the same account has another id', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const path = `app/installations/${installationIdOf(redirect)}`
  const token = await installationToken(platform, redirect)
  expect((await callAsApp(platform, path, 'DELETE')).status).toBe(204)
  expect((await callAsApp(platform, path)).status).toBe(404)
  expect((await callAsApp(platform, path, 'DELETE')).status).toBe(404)
  expect((await callAsApp(platform, `${path}/access_tokens`, 'POST')).status).toBe(404)
  expect((await callGitHub(platform, firstOfOwner, { token })).status).toBe(401)
  const again = await installApp(platform)
  expect(new URL(again).searchParams.get('setup_action')).toBe('install')
  expect(installationIdOf(again)).not.toBe(installationIdOf(redirect))
  expect((await callGitHub(platform, firstOfOwner, { token })).status).toBe(401)
})

test('each kind of token opens what it is for and nothing else', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const [user, installation] = [await userToken(platform, redirect), await installationToken(platform, redirect)]
  const status = async (path: string, token?: string) => (await callGitHub(platform, path, { token })).status
  expect([await status('user', user), await status('user', installation), await status('user')]).toEqual([200, 403, 401])
  expect([await status(firstOfOwner, installation), await status(firstOfOwner, user)]).toEqual([200, 403])
  expect([await status('app', user), await status('app', installation)]).toEqual([401, 401])
  expect(await status(firstOfOwner)).toBe(401)
  expect(await status('orgs/larkspur-devices/members', installation)).toBe(403)
})
