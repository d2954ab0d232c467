import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { approve, consentButton } from './consent'
import { authorizeUrl, callSlack, exchange, givenToken } from './slack-client'
import { temporaryDemo } from './temporary-demo'

test('a token that was never given is refused by every method', async () => {
  const { platform } = await temporaryDemo()
  for (const method of ['auth.test', 'auth.revoke', 'conversations.list', 'chat.postMessage'])
    expect(await callSlack(platform, method, { token: 'xoxb-never-given' })).toEqual({ ok: false, error: 'invalid_auth' })
})

test('a call without a token is refused', async () => {
  const { platform } = await temporaryDemo()
  expect(await callSlack(platform, 'auth.test')).toEqual({ ok: false, error: 'not_authed' })
})

test('a revoked token is dead for every method, and others live on', async () => {
  const { platform } = await temporaryDemo()
  const [revoked, other] = [await givenToken(platform), await givenToken(platform)]
  expect(await callSlack(platform, 'auth.revoke', { token: revoked })).toEqual({ ok: true, revoked: true })
  for (const method of ['auth.test', 'auth.revoke', 'conversations.list'])
    expect(await callSlack(platform, method, { token: revoked })).toEqual({ ok: false, error: 'token_revoked' })
  expect(await callSlack(platform, 'auth.test', { token: other })).toMatchObject({ ok: true })
})

test('a token works where it was given, and in the scopes it was given', async () => {
  const { platform } = await temporaryDemo()
  const token = await givenToken(platform, consentButton.secondWorkspace)
  expect(await callSlack(platform, 'auth.test', { token })).toMatchObject({
    ok: true,
    team: 'Foxglove Labs',
    team_id: 'T000000002',
  })
  expect(await callSlack(platform, 'conversations.list', { token })).toMatchObject({ ok: true })
  expect(await callSlack(platform, 'users.list', { token })).toMatchObject({ ok: false, error: 'missing_scope' })
})

test('tokens given before a restart mean the same after it: workspace, bot, scopes, and whether they were revoked', async () => {
  const demo = await temporaryDemo()
  const tokens = [await givenToken(demo.platform), await givenToken(demo.platform, consentButton.secondWorkspace)]
  const before = await Promise.all(tokens.map((token) => callSlack(demo.platform, 'auth.test', { token })))
  const revoked = await givenToken(demo.platform)
  await callSlack(demo.platform, 'auth.revoke', { token: revoked })

  await demo.restart()

  const after = await Promise.all(tokens.map((token) => callSlack(demo.platform, 'auth.test', { token })))
  expect(after).toEqual(before)
  expect(after).toMatchObject([{ ok: true }, { ok: true }])
  const [token = ''] = tokens
  expect(await callSlack(demo.platform, 'users.list', { token })).toMatchObject({ error: 'missing_scope' })
  expect(await callSlack(demo.platform, 'auth.test', { token: revoked })).toEqual({ ok: false, error: 'token_revoked' })
  expect(await callSlack(demo.platform, 'auth.test', { token: 'xoxb-never-given' })).toMatchObject({ error: 'invalid_auth' })
})

test('a workspace connected again after a restart has the ids it had', async () => {
  const demo = await temporaryDemo()
  const idsOf = async () => {
    const { team, app_id, bot_user_id } = await exchange(demo.platform, await approve(authorizeUrl(demo.platform)))
    return { team, app_id, bot_user_id }
  }
  const before = await idsOf()
  await demo.restart()
  expect(await idsOf()).toEqual(before)
})

test('the folder holds hashes of tokens, for its owner alone, and neither a token nor a code', async () => {
  const demo = await temporaryDemo()
  const redirect = await approve(authorizeUrl(demo.platform))
  const { access_token: token = '' } = await exchange(demo.platform, redirect)
  expect(token).toMatch(/^xoxb-/)
  await demo.restart()
  await callSlack(demo.platform, 'auth.test', { token })

  const files = await readdir(demo.folder)
  expect(files).toContain('slack-tokens.json')
  for (const name of files) {
    const text = await readFile(join(demo.folder, name), 'utf8')
    expect(text).not.toContain(token)
    expect(text).not.toContain('xoxb-')
    expect(text).not.toContain(new URL(redirect).searchParams.get('code'))
    expect((await stat(join(demo.folder, name))).mode & 0o777).toBe(0o600)
  }
})

test('a list of tokens that cannot be read stops the start and stays as it is', async () => {
  const demo = await temporaryDemo()
  const path = join(demo.folder, 'slack-tokens.json')
  for (const text of ['{"format":1,"tok', '{"format":1,"tokens":[{"hash":1}]}']) {
    await writeFile(path, text)
    await expect(demo.restart()).rejects.toThrow('was not written by the demo')
    expect(await readFile(path, 'utf8')).toBe(text)
  }
})

test('a code is exchanged once, even when presented twice at the same moment', async () => {
  const { platform } = await temporaryDemo()
  const redirect = await approve(authorizeUrl(platform))
  const answers = await Promise.all([exchange(platform, redirect), exchange(platform, redirect)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ error: 'invalid_code' }])
})

test('a method that Slack does not have is refused as Slack does', async () => {
  const { platform } = await temporaryDemo()
  const token = await givenToken(platform)
  expect(await callSlack(platform, 'no.suchMethod', { token })).toEqual({ ok: false, error: 'unknown_method' })
})
