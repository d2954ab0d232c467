import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EngineError } from '../../../src-main/engine/error'
import { DemoMixedError } from '../../../src-main/engine/vault/demo-mixed-error'
import { listen } from '../../../src-main/host/http/listener'
import { missingText, type Ready, readyJson, readyText } from '../../../src-main/host/serve/ready-line'
import { startServe } from '../../../src-main/host/serve/start-serve'
import { FakeEngine } from '../../fakes/engine'
import { FakeLogger } from '../../fakes/logger'

type Options = Parameters<typeof startServe>[0]

async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-serve-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function optionsFor(folder: string, change: Partial<Options> = {}): Options {
  const base = { demo: false, port: 0, rendererFolder: '/nowhere', version: '0.0.0-test', logger: new FakeLogger() }
  return { folder, openEngine: async () => new FakeEngine('absent'), ...base, ...change }
}

async function start(folder: string, change: Partial<Options> = {}) {
  const serve = await startServe(optionsFor(folder, change))
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= serve.close()
    return closing
  }
  onTestFinished(close)
  return { ...serve, close }
}

const bearer = async (tokenFile: string) => ({ Authorization: `Bearer ${await readFile(tokenFile, 'utf8')}` })
const secretsOf = ({ demo }: Ready) => ({
  vaultPassword: demo?.vaultPassword,
  slackSigningSecret: demo?.slackSigningSecret,
  githubWebhookSecret: demo?.githubWebhookSecret,
})
const ticketOf = (url: string) => new URL(url).hash.slice('#ticket='.length)

test('the ready line says where everything is, and all of it works', async () => {
  const folder = await dataFolder()
  const { ready } = await start(folder)
  expect(JSON.parse(readyJson(ready))).toEqual({
    event: 'ready',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
    openUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]{43}$/),
    api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api$/),
    tokenFile: join(folder, 'api-token'),
  })
  expect(readyJson(ready)).toMatch(/^[^\n]+\n$/)
  const vault = await fetch(`${ready.api}/vault`, { headers: await bearer(ready.tokenFile) })
  expect(await vault.json()).toMatchObject({ vault: 'absent' })
  const body = JSON.stringify({ ticket: ticketOf(ready.openUrl) })
  const session = await fetch(`${ready.api}/session`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  expect((await session.json()).actors).toHaveLength(1)
})

test('each link has a ticket of its own', async () => {
  const { freshUrl, ready } = await start(await dataFolder())
  expect(new Set([ready.openUrl, freshUrl(), freshUrl()].map(ticketOf)).size).toBe(3)
})

test('a person reads the link, the API, and where the token is, but no token', async () => {
  const { ready } = await start(await dataFolder())
  const text = readyText(ready, true)
  for (const part of [ready.openUrl, ready.api, ready.tokenFile, 'Enter']) expect(text).toContain(part)
  expect(text).not.toContain(await readFile(ready.tokenFile, 'utf8'))
})

test('a new demo has an unlocked vault with its Slack app, and a token for each of its two accounts', async () => {
  const folder = await dataFolder()
  const engine = new FakeEngine('absent')
  let apps: string[] = []
  const openEngine: Options['openEngine'] = async ({ firstApps }) => {
    const { create } = engine
    // A session asks when it starts, which is when a vault is made or unlocked.
    engine.create = async (password) => {
      apps = Object.keys(firstApps())
      return create.call(engine, password)
    }
    return engine
  }
  const { ready } = await start(folder, { demo: true, openEngine })
  expect([engine.state(), apps]).toEqual([
    'unlocked',
    ['slackApi', 'githubApi', 'neurocadUserIdentityApi', 'googleApi', 'microsoftApi', 'linearApi', 'oktaApi'],
  ])
  const { demo } = ready
  expect(Object.keys(demo ?? {}).sort()).toEqual([
    'actors',
    'github',
    'githubWebhookSecret',
    'passport',
    'platform',
    'slack',
    'slackSigningSecret',
    'vaultPassword',
  ])
  for (const { subject, tokenFile } of [demo?.actors.owner, demo?.actors.teammate].filter((actor) => actor !== undefined)) {
    const session = await fetch(`${ready.api}/session`, { headers: await bearer(tokenFile) })
    const { actor, actors } = await session.json()
    expect([actor.subject, actors.length]).toEqual([subject, 1])
  }
})

test('an existing demo vault is left locked', async () => {
  const engine = new FakeEngine('locked')
  const { ready } = await start(await dataFolder(), { demo: true, openEngine: async () => engine })
  expect(ready.demo?.slack).toMatch(/./)
  expect([engine.state(), engine.tries]).toEqual(['locked', 0])
})

test('a demo’s vault is made with the password of the ready line, which is the same after a restart', async () => {
  const folder = await dataFolder()
  const engine = new FakeEngine('absent')
  const passwords: string[] = []
  engine.create = async (password) => void passwords.push(password)
  const first = await start(folder, { demo: true, openEngine: async () => engine })
  await first.close()
  const { ready } = await start(folder, { demo: true, openEngine: async () => new FakeEngine('locked') })
  expect(passwords).toEqual([ready.demo?.vaultPassword])
  expect(readyText(ready, false)).toContain(ready.demo?.vaultPassword)
  expect(ready.demo).toMatchObject(secretsOf(first.ready))
  expect(missingText(ready)).toBe('')
})

test('of a vault that an earlier version made no password is said, but that it is not known', async () => {
  const folder = await dataFolder()
  for (let time = 0; time < 2; time++) {
    const { ready, close } = await start(folder, { demo: true, openEngine: async () => new FakeEngine('locked') })
    expect(ready.demo?.vaultPassword).toBe('')
    expect(readyText(ready, false)).not.toContain('password')
    expect(missingText(ready)).toMatch(/^[^\n]*not known[^\n]*\n$/)
    await close()
  }
})

test('the engine is told the demo’s endpoints once it asks for them', async () => {
  let endpoints: Parameters<Options['openEngine']>[0]['endpoints'] | undefined
  const openEngine: Options['openEngine'] = async (options) => {
    endpoints = options.endpoints
    return new FakeEngine('locked')
  }
  const { ready } = await start(await dataFolder(), { demo: true, openEngine })
  expect(endpoints?.().slackApi?.apiUrl).toContain(ready.demo?.slack)
})

const failing = (error: Error) => async () => {
  throw error
}

test.each([
  ['a damaged vault', 6, failing(new EngineError('VAULT_DAMAGED'))],
  ['a demo where a real vault was asked for', 7, failing(new DemoMixedError(true))],
])('%s ends with %i, and nothing is touched', async (_, code, openEngine) => {
  const folder = await dataFolder()
  await writeFile(join(folder, 'header'), 'as it was')
  await expect(startServe(optionsFor(folder, { openEngine }))).rejects.toMatchObject({ name: 'StartError', code })
  expect(await readdir(folder)).toEqual(['header'])
  await (await start(folder)).close()
})

test('an unreadable clients file ends with 6, and stays as it is', async () => {
  const folder = await dataFolder()
  await writeFile(join(folder, 'clients'), 'not JSON')
  await expect(startServe(optionsFor(folder))).rejects.toMatchObject({ code: 6 })
  expect(await readFile(join(folder, 'clients'), 'utf8')).toBe('not JSON')
})

test.each(['api-token', 'clients'])('a folder where the file %s should be ends with 5', async (name) => {
  const folder = await dataFolder()
  await mkdir(join(folder, name))
  await expect(startServe(optionsFor(folder))).rejects.toMatchObject({ name: 'StartError', code: 5 })
})

test('a disk that refuses the making of a demo’s vault ends with 5', async () => {
  const engine = new FakeEngine('absent')
  engine.create = failing(new EngineError('VAULT_READ_ONLY'))
  const options = optionsFor(await dataFolder(), { demo: true, openEngine: async () => engine })
  await expect(startServe(options)).rejects.toMatchObject({ name: 'StartError', code: 5 })
})

test.each(['seed', 'slack-tokens'])(
  'a file demo/%s.json that the demo did not write ends with 6, and stays as it is',
  async (name) => {
    const folder = await dataFolder()
    await mkdir(join(folder, 'demo'))
    const path = join(folder, 'demo', `${name}.json`)
    await writeFile(path, '{')
    await expect(startServe(optionsFor(folder, { demo: true }))).rejects.toMatchObject({ name: 'StartError', code: 6 })
    expect(await readFile(path, 'utf8')).toBe('{')
  },
)

test('a taken port ends with 4, and a folder that was made for it is gone again', async () => {
  const parent = await dataFolder()
  const other = await listen(0)
  onTestFinished(() => other.close(0))
  await expect(startServe(optionsFor(join(parent, 'new'), { port: other.port }))).rejects.toMatchObject({ code: 4 })
  expect(await readdir(parent)).toEqual([])
})

test('ending answers the command in hand, ends event streams, locks, and gives the folder back', async () => {
  const folder = await dataFolder()
  const engine = new FakeEngine('unlocked')
  const { ready, close } = await start(folder, { openEngine: async () => engine })
  let finish = () => {}
  const underway = new Promise<void>((resolve) => {
    engine.useCases.directory.list = async () => {
      resolve()
      await new Promise<void>((answer) => {
        finish = answer
      })
      return []
    }
  })
  const headers = await bearer(ready.tokenFile)
  const events = await fetch(`${ready.api}/events`, { headers })
  const command = fetch(`${ready.api}/connect/directory`, { headers }).then((response) => response.json())
  await underway
  const closed = close()
  expect(await events.text()).toContain('"ready"')
  expect([engine.state(), engine.closed]).toEqual(['unlocked', false])
  finish()
  expect(await command).toEqual([])
  await closed
  expect([engine.state(), engine.closed]).toEqual(['locked', true])
  await (await start(folder)).close()
})
