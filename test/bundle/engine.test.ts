import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { UtilityProcess } from './utility-process'

const password = 'a password of this test'

let folder: string
let running: UtilityProcess[]
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'neurocad-engine-')), 'vault')
  running = []
})
afterEach(async () => {
  for (const process of running) await process.stop()
  rmSync(join(folder, '..'), { recursive: true })
})

function start(env: Record<string, string> = {}): UtilityProcess {
  const process = new UtilityProcess({ NEUROCAD_DATA: folder, ...env })
  running.push(process)
  return process
}

describe('the built engine', () => {
  test('answers over a port that the shell passed on', async () => {
    expect(await start().connect().vault.status()).toMatchObject({ vault: 'absent' })
  })

  test('makes a vault, and finds it locked when it is started again', async () => {
    const first = start()
    const client = first.connect()
    expect(await client.vault.create({ password })).toEqual({ vault: 'unlocked' })
    const [slack] = await client.directory.list()
    expect(slack).toMatchObject({ type: 'slackApi', pill: { kind: 'not_connected' } })
    await first.stop()

    const second = start().connect()
    expect(await second.vault.status()).toMatchObject({ vault: 'locked' })
    expect(await second.vault.unlock({ password })).toEqual({ vault: 'unlocked' })
  })

  test('serves a second port as well, as after a reload of the page', async () => {
    const engine = start()
    await engine.connect().vault.status()
    expect(await engine.connect().vault.status()).toMatchObject({ vault: 'absent' })
  })

  test('answers a refusal with the same code, status and way out as over HTTP', async () => {
    await expect(start().connect().directory.list()).rejects.toMatchObject({
      code: 'VAULT_LOCKED',
      status: 423,
      defined: true,
      data: { recovery: 'unlock' },
    })
  })

  test('acts as one owner, who is the same at the next start', async () => {
    const ownerOf = () => JSON.parse(readFileSync(join(folder, 'clients'), 'utf8')).owner.subject
    const first = start()
    await first.connect().vault.status()
    const owner = ownerOf()
    await first.stop()
    await start().connect().vault.status()
    expect(ownerOf()).toBe(owner)
  })

  test('takes the folder that `serve` takes when none was named', async () => {
    const elsewhere = join(folder, '..')
    const engine = new UtilityProcess({ XDG_DATA_HOME: elsewhere })
    running.push(engine)
    await engine.connect().vault.status()
    expect(readdirSync(join(elsewhere, 'neurocad-connect', 'vault'))).toContain('clients')
  })

  test('makes the demo’s vault when asked to, with Slack ready to be connected', async () => {
    const client = start({ NEUROCAD_DEMO: '1' }).connect()
    expect(await client.vault.status()).toMatchObject({ vault: 'unlocked' })
    const { authorizationUrl, transport } = await client.authorization.add({ type: 'slackApi' })
    expect(transport).toBe('loopback')
    const redirect = new URL(authorizationUrl).searchParams.get('redirect_uri') ?? ''
    // The address that the provider will send the person back to is there, and refuses what it did not start.
    expect((await fetch(`${redirect}?code=c&state=s`)).status).toBe(404)
  })
})

describe('what the shell is told', () => {
  const states = ({ toldShell }: UtilityProcess) => toldShell.filter(({ kind }) => kind === 'state')
  const state = (vault: string) => ({ kind: 'state', vault, attention: 0 })

  test('how the vault stands at the start, and whenever that changes', async () => {
    const engine = start()
    await vi.waitFor(() => expect(states(engine)).toEqual([state('absent')]), { timeout: 10_000 })
    await engine.connect().vault.create({ password })
    await vi.waitFor(() => expect(states(engine).at(-1)).toEqual(state('unlocked')), { timeout: 10_000 })
    engine.say({ kind: 'lock' })
    await vi.waitFor(() => expect(states(engine).at(-1)).toEqual(state('locked')), { timeout: 10_000 })
  })

  test.each([
    ['the screen is locked', { kind: 'presence', moment: 'screen_locked' }],
    ['the computer goes to sleep', { kind: 'presence', moment: 'sleep' }],
  ] as const)('the vault is locked when %s', async (_, message) => {
    const engine = start()
    await engine.connect().vault.create({ password })
    engine.say(message)
    await vi.waitFor(() => expect(states(engine).at(-1)).toEqual(state('locked')), { timeout: 10_000 })
  })

  test('what it must know of the settings, once they can be read', async () => {
    const engine = start({ NEUROCAD_DEMO: '1' })
    const settings = { closeToTray: false, notifyBreakage: true, updates: false, updateFeed: null }
    await vi.waitFor(() => expect(engine.toldShell).toContainEqual({ kind: 'settings', settings }), { timeout: 10_000 })
  })
})

test('the demo’s ready line is printed when asked for, with a token that works for each account', async () => {
  const engine = start({ NEUROCAD_DEMO: '1', NEUROCAD_JSON: '1' })
  await vi.waitFor(() => expect(engine.printed).toMatch(/\n$/), { timeout: 10_000 })
  const ready = JSON.parse(engine.printed)
  expect(ready).toMatchObject({ event: 'ready', url: null, openUrl: null, tokenFile: join(folder, 'api-token') })
  for (const { tokenFile } of [ready.demo.actors.owner, ready.demo.actors.teammate])
    expect(readFileSync(tokenFile, 'utf8')).toMatch(/^[\w-]{43}$/)
})

test('the demo’s password is printed for a person who starts it from a terminal, and of a real vault nothing is', async () => {
  const engine = start({ NEUROCAD_DEMO: '1' })
  await vi.waitFor(() => expect(engine.printed).toMatch(/^.*the vault's password is \S+\n$/), { timeout: 20_000 })
  const [, demoPassword = ''] = /password is (\S+)/.exec(engine.printed) ?? []
  await engine.connect().vault.lock()
  await expect(engine.connect().vault.unlock({ password: demoPassword })).resolves.toBeDefined()
  await engine.stop()
  rmSync(folder, { recursive: true })
  const real = start()
  await real.connect().vault.create({ password })
  expect(real.printed).toBe('')
})

describe('the built engine ends with a code of its own', () => {
  test('3 when another process has the folder', async () => {
    await start().connect().vault.status()
    const second = start()
    expect(await second.exit).toBe(3)
    expect(second.said).toMatch(/^Another process is using .*\n$/)
  })

  test('5 when the folder cannot be used', async () => {
    writeFileSync(folder, 'a file')
    expect(await start().exit).toBe(5)
  })

  test('7 when a demo’s vault would be opened as a real one, which it leaves as it is', async () => {
    const demo = start({ NEUROCAD_DEMO: '1' })
    await demo.connect().vault.status()
    await demo.stop()
    const before = readdirSync(folder)
    expect(await start().exit).toBe(7)
    expect(readdirSync(folder)).toEqual(before)
  })

  test('5 when the folder was named where there is no place for it, and makes none', async () => {
    const nowhere = join(folder, 'in', 'vault')
    expect(await start({ NEUROCAD_DATA: nowhere }).exit).toBe(5)
    expect(existsSync(folder)).toBe(false)
  })
})
