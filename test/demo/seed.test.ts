import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { DemoPlatform } from '../../src-demo'
import { openDemoSeed } from '../../src-demo/seed'
import { passwordProblem } from '../../src-shared/domain/password-policy'
import { temporaryDemo } from './temporary-demo'

/** What is secret of a demo: by provider and name, in the shape that the provider has them in. */
const shapes = {
  'slackApi clientSecret': /^[0-9a-f]{32}$/,
  'slackApi signingSecret': /^[0-9a-f]{32}$/,
  'githubApi clientSecret': /^[0-9a-f]{40}$/,
  'githubApi signingSecret': /^[0-9a-f]{40}$/,
  'serviceApi clientSecret': /^[0-9a-z]{51}$/,
  'googleApi clientSecret': /^GOCSPX-[\w-]{28}$/,
  'microsoftApi clientSecret': /^[\w-]{3}8Q~[\w-]{34}$/,
  'linearApi clientSecret': /^[0-9a-f]{32}$/,
  'oktaApi clientSecret': /^[\w-]{64}$/,
  'the vault password': /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/,
}

function secretsOf({ firstApps, operator, vaultPassword }: DemoPlatform): Record<string, string> {
  const apps = Object.entries({ ...firstApps, ...operator }).flatMap(([type, fields]) =>
    Object.entries(fields).map(([name, value]) => [`${type} ${name}`, String(value)]),
  )
  const secrets = apps.filter(([name]) => / (clientSecret|signingSecret)$/.test(`${name}`))
  return Object.fromEntries([...secrets, ['the vault password', `${vaultPassword}`]])
}

test('each secret has the shape that it has at its provider, and the password is one that a vault takes', async () => {
  const { platform } = await temporaryDemo()
  const secrets = secretsOf(platform)
  expect(secrets).toEqual(Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, expect.stringMatching(shape)])))
  expect(passwordProblem(platform.vaultPassword ?? '')).toBeUndefined()
})

test('no secret is that of another demo, nor of another provider', async () => {
  const [one, other] = [await temporaryDemo(), await temporaryDemo()]
  const all = [one, other].flatMap(({ platform }) => Object.values(secretsOf(platform)))
  expect(new Set(all).size).toBe(2 * Object.keys(shapes).length)
})

test('secrets are the same after a restart, though no file has one', async () => {
  const demo = await temporaryDemo()
  const before = secretsOf(demo.platform)
  await demo.restart()
  expect(secretsOf(demo.platform)).toEqual(before)
  for (const name of await readdir(demo.folder)) {
    const text = await readFile(join(demo.folder, name), 'utf8')
    for (const [of, secret] of Object.entries(before)) expect(text.includes(secret), `${of} in ${name}`).toBe(false)
  }
})

test('the seed is for its owner alone', async () => {
  expect((await stat(join((await temporaryDemo()).folder, 'seed.json'))).mode & 0o777).toBe(0o600)
})

test('a vault that is older than the seed is not said to have its password, until another is made in its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'neurocad-seed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [vaultExists, opensVault] of [
    [true, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const)
    expect(await openDemoSeed(folder, vaultExists)).toMatchObject({ opensVault })
})
