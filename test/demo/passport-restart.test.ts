import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exchangeIdentity, refresh, revoke, signIn, tokensOf, userinfo } from './passport-client'
import { temporaryDemo } from './temporary-demo'

test('grants, what was revoked and what was rotated mean the same after a restart', async () => {
  const demo = await temporaryDemo({ retryWindowSeconds: 60 })
  const [kept, ended, rotated] = [await signIn(demo.platform), await signIn(demo.platform), await signIn(demo.platform)]
  await revoke(demo.platform, ended.refreshToken)
  const lost = tokensOf(await refresh(demo.platform, rotated.refreshToken))

  await demo.restart()

  expect(await userinfo(demo.platform, kept.accessToken)).toMatchObject({ sub: 'user_demo_ada' })
  expect(await exchangeIdentity(demo.platform, kept.accessToken)).toMatchObject({ status: 200 })
  expect(await refresh(demo.platform, kept.refreshToken)).toMatchObject({ status: 200 })
  expect(await refresh(demo.platform, ended.refreshToken)).toMatchObject({ error: 'invalid_grant' })
  expect(await userinfo(demo.platform, ended.accessToken)).toBe(401)
  expect(await refresh(demo.platform, rotated.refreshToken)).toMatchObject({ status: 200 })
  expect(await refresh(demo.platform, lost.refreshToken)).toMatchObject({ status: 200 })
})

test('a token that was spent before a restart is reuse after it', async () => {
  const demo = await temporaryDemo({ retryWindowSeconds: 0 })
  const first = await signIn(demo.platform)
  const second = tokensOf(await refresh(demo.platform, first.refreshToken))
  await demo.restart()
  expect(await refresh(demo.platform, first.refreshToken)).toMatchObject({ error: 'invalid_grant' })
  expect(await refresh(demo.platform, second.refreshToken)).toMatchObject({ error: 'invalid_grant' })
})

test('the folder holds hashes and its own keys, for its owner alone, and no token', async () => {
  const demo = await temporaryDemo()
  const first = await signIn(demo.platform)
  const second = tokensOf(await refresh(demo.platform, first.refreshToken))
  const identity = await exchangeIdentity(demo.platform, second.accessToken)
  const tokens = [...Object.values(first), ...Object.values(second), `${identity.body.identity_token}`]
  const files = (await readdir(demo.folder)).filter((name) => /passport|neurocad/.test(name))
  expect(files.sort()).toEqual(['neurocad-issuers.json', 'neurocad-key.json', 'passport-grants.json', 'passport-key.json'])
  for (const name of files) {
    const text = await readFile(join(demo.folder, name), 'utf8')
    for (const token of tokens) expect(text).not.toContain(token)
    expect((await stat(join(demo.folder, name))).mode & 0o777).toBe(0o600)
  }
})

test.for(['passport-grants.json', 'passport-key.json', 'neurocad-key.json'])(
  'a %s that cannot be read stops the start and stays as it is',
  async (name) => {
    const demo = await temporaryDemo()
    const path = join(demo.folder, name)
    for (const text of ['{"format":1,"rec', '{"format":1,"records":[{"key":1}]}', '{"kty":"oct","k":"AA","kid":"1"}']) {
      await writeFile(path, text)
      await expect(demo.restart()).rejects.toThrow(new RegExp(`${name} (is not a key of|was not written by) the demo`))
      expect(await readFile(path, 'utf8')).toBe(text)
    }
  },
)
