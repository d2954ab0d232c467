import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  appJwt,
  callAsApp,
  callGitHub,
  exchangeCode,
  installApp,
  installationIdOf,
  installationToken,
  installButton,
  userToken,
} from './github-client'
import { temporaryGitHub } from './temporary-github'

const repository = 'repos/ada-lindqvist/sensor-board'

test('a token that was never given is refused everywhere', async () => {
  const { platform } = await temporaryGitHub()
  await installApp(platform)
  for (const path of ['user', 'user/installations', 'installation/repositories', repository, `${repository}/issues`])
    for (const token of ['ghs_never_given', 'ghu_never_given', 'test_token_admin'])
      expect(await callGitHub(platform, path, { token })).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
})

test('a token that was given back is refused, and others live on', async () => {
  const { platform } = await temporaryGitHub()
  const redirect = await installApp(platform)
  const [ended, other] = [await installationToken(platform, redirect), await installationToken(platform, redirect)]
  expect((await callGitHub(platform, 'installation/token', { token: ended, method: 'DELETE' })).status).toBe(204)
  expect((await callGitHub(platform, repository, { token: ended })).status).toBe(401)
  expect((await callGitHub(platform, repository, { token: other })).status).toBe(200)
})

test('an App ends a user token with its client secret, and with nothing less', async () => {
  const { platform } = await temporaryGitHub()
  const token = await userToken(platform, await installApp(platform))
  const { clientId = '', clientSecret = '' } = platform.firstApps.githubApi ?? {}
  const end = (secret: string) =>
    fetch(`${platform.url}/applications/${clientId}/token`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: JSON.stringify({ access_token: token }),
    })
  expect((await end('wrong')).status).toBe(404)
  expect((await callGitHub(platform, 'user', { token })).status).toBe(200)
  expect((await end(clientSecret)).status).toBe(204)
  expect((await callGitHub(platform, 'user', { token })).status).toBe(401)
})

test('an installation token is refused after its hour', async () => {
  const { platform } = await temporaryGitHub()
  const token = await installationToken(platform, await installApp(platform))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 59 * 60_000 })
  onTestFinished(() => void vi.useRealTimers())
  expect((await callGitHub(platform, repository, { token })).status).toBe(200)
  vi.setSystemTime(Date.now() + 2 * 60_000)
  expect((await callGitHub(platform, repository, { token })).status).toBe(401)
})

test('App, installations and tokens mean the same after a restart', async () => {
  const github = await temporaryGitHub()
  const redirect = await installApp(github.platform, installButton.someRepositories)
  const suspended = installationIdOf(await installApp(github.platform, installButton.organization))
  await callAsApp(github.platform, `app/installations/${suspended}/suspended`, 'PUT')
  const [user, installation] = [await userToken(github.platform, redirect), await installationToken(github.platform, redirect)]
  const jwt = await appJwt(github.platform)
  const ask = async () => [
    (await callGitHub(github.platform, 'user/installations', { token: user })).body,
    (await callGitHub(github.platform, `${repository}/issues/1`, { token: installation })).status,
    (await callGitHub(github.platform, 'repos/ada-lindqvist/sketches', { token: installation })).status,
    (await callGitHub(github.platform, `app/installations/${suspended}/access_tokens`, { token: jwt, method: 'POST' })).status,
    (await callGitHub(github.platform, repository, { token: 'ghs_never_given' })).status,
  ]
  const relative = (answer: unknown) => JSON.stringify(answer).replaceAll(github.platform.url, '')
  const before = relative(await ask())
  const { firstApps } = github.platform
  expect(before).toMatch(/,200,404,403,401\]$/)

  await github.restart()

  expect(github.platform.firstApps).toEqual(firstApps)
  expect(relative(await ask())).toBe(before)
  // As the App, with its permissions, and not as whoever the emulator takes unknown tokens for.
  const write = { token: installation, method: 'POST', json: { title: 'After the restart' } }
  const { body } = await callGitHub(github.platform, `${repository}/issues`, write)
  expect(body).toMatchObject({ user: { login: 'neurocad-connect-demo[bot]' } })
})

test('the folder holds no token and no code, and its files are for its owner alone', async () => {
  const github = await temporaryGitHub()
  const redirect = await installApp(github.platform)
  const unused = await installApp(github.platform)
  const tokens = [await userToken(github.platform, redirect), await installationToken(github.platform, redirect)]
  const files = await readdir(github.folder)
  expect(files.sort()).toEqual(['github-apps.json', 'github-installations.json', 'github-tokens.json'])
  for (const name of files) {
    const text = await readFile(join(github.folder, name), 'utf8')
    for (const secret of [...tokens, new URL(unused).searchParams.get('code')]) expect(text).not.toContain(secret)
    expect((await stat(join(github.folder, name))).mode & 0o777).toBe(0o600)
  }
})

test('a code is void after a restart', async () => {
  const github = await temporaryGitHub()
  const redirect = await installApp(github.platform)
  await github.restart()
  expect(await exchangeCode(github.platform, redirect)).toMatchObject({ error: 'bad_verification_code' })
})

test('a file that cannot be read stops the start and stays as it is', async () => {
  const github = await temporaryGitHub()
  await installApp(github.platform)
  await userToken(github.platform, await installApp(github.platform))
  for (const name of await readdir(github.folder)) {
    const path = join(github.folder, name)
    const good = await readFile(path, 'utf8')
    for (const text of [good.slice(0, 20), '{"format":1}']) {
      await writeFile(path, text)
      await expect(github.restart()).rejects.toThrow('was not written by the demo')
      expect(await readFile(path, 'utf8')).toBe(text)
    }
    await writeFile(path, good)
  }
})
