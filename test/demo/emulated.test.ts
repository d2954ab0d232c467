import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { demoAccounts } from '../../src-demo/accounts'
import { emulatedServices } from '../../src-demo/emulated/services'
import { approve, consentForms } from './consent'
import { emulatedOrigin, type TemporaryEmulated, temporaryEmulated } from './temporary-emulated'

let demo: TemporaryEmulated
beforeEach(async () => {
  demo = await temporaryEmulated()
})
afterEach(() => demo.stop())

interface Tokens {
  access_token: string
  refresh_token: string
  error?: string
}

describe.for(emulatedServices.map((service) => ({ service, name: service.name })))('$name', ({ service }) => {
  const { type, paths } = service
  const origin = () => {
    const [url = ''] = Object.values(demo.platform.endpoints[type] ?? {})
    return new URL(url).origin
  }
  const redirectUri = `${emulatedOrigin}/api/${type}/oauth/callback`
  const authorizeUrl = (changes: Record<string, string> = {}) => {
    const query = {
      response_type: 'code',
      client_id: service.clientId,
      redirect_uri: redirectUri,
      scope: 'read',
      state: 's 1',
      ...changes,
    }
    return `${origin()}${paths.authorize}?${new URLSearchParams(query)}`
  }
  const client = () => {
    const { clientId = '', clientSecret = '' } = demo.platform.firstApps[type] ?? {}
    return { client_id: clientId, client_secret: clientSecret }
  }
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${origin()}${path}`, { method: 'POST', body: new URLSearchParams({ ...client(), ...form }) })
  const exchange = async (redirect: string, changes: Record<string, string> = {}) => {
    const code = new URL(redirect).searchParams.get('code') ?? ''
    const answer = await post(paths.token, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...changes })
    return (await answer.json()) as Tokens
  }
  const refresh = async (token: string) =>
    (await (await post(paths.token, { grant_type: 'refresh_token', refresh_token: token })).json()) as Tokens
  /** Any path that needs a token will do: what counts is whether it is taken. */
  const statusWith = async (token: string) =>
    (await fetch(`${origin()}/no/such/path`, { headers: { authorization: `Bearer ${token}` } })).status

  test('the first button approves as whoever asks, and goes back with a code and the state', async () => {
    const forms = await consentForms(authorizeUrl({ login_hint: demoAccounts.teammate.subject }))
    expect(forms[0]?.fields.account).toBe(demoAccounts.teammate.subject)
    expect((await consentForms(authorizeUrl()))[0]?.fields.account).toBe(demoAccounts.owner.subject)
    const redirect = new URL(await approve(authorizeUrl()))
    expect(`${redirect.origin}${redirect.pathname}`).toBe(redirectUri)
    expect(redirect.searchParams.get('state')).toBe('s 1')
    const cancelled = new URL(await approve(authorizeUrl(), 'Cancel'))
    expect(Object.fromEntries(cancelled.searchParams)).toEqual({ error: 'access_denied', state: 's 1' })
  })

  test('a request of another app or for another address is refused, on the page and when its form is posted', async () => {
    const [form] = await consentForms(authorizeUrl())
    const changed: Record<string, string>[] = [
      { client_id: 'another' },
      { redirect_uri: `${redirectUri}/` },
      { redirect_uri: `${redirectUri}?next=1` },
      { redirect_uri: 'https://evil.example/' },
      { redirect_uri: '' },
    ]
    for (const changes of changed) {
      expect((await fetch(authorizeUrl(changes), { redirect: 'manual' })).status).toBe(400)
      const body = new URLSearchParams({ ...form?.fields, ...changes })
      expect((await fetch(`${origin()}${paths.authorize}`, { method: 'POST', body, redirect: 'manual' })).status).toBe(400)
    }
  })

  test('a token that was never given is refused, whatever the emulator would have taken it for', async () => {
    await approve(authorizeUrl())
    expect(await statusWith('never-given')).toBe(401)
    expect((await fetch(`${origin()}/no/such/path`)).status).toBe(401)
    expect(await refresh('never-given')).toEqual({ error: 'invalid_grant' })
  })

  test('a code is exchanged once, and only with the address it was given for', async () => {
    const wrong = await approve(authorizeUrl())
    expect(await exchange(wrong, { redirect_uri: `${redirectUri}/other` })).toMatchObject({ error: 'invalid_grant' })
    const redirect = await approve(authorizeUrl())
    const given = await exchange(redirect)
    expect(given.access_token).toMatch(/^\S{20,}$/)
    expect(await exchange(redirect)).toMatchObject({ error: 'invalid_grant' })
    expect(await statusWith(given.access_token)).not.toBe(401)
  })

  test('an access token is no refresh token, and the other way round', async () => {
    const given = await exchange(await approve(authorizeUrl()))
    expect(await refresh(given.access_token)).toEqual({ error: 'invalid_grant' })
    expect(await statusWith(given.refresh_token)).toBe(401)
  })

  test('what was given works after a restart; what was revoked does not; and only hashes are on the disk', async () => {
    const kept = await exchange(await approve(authorizeUrl()))
    const revoked = await exchange(await approve(authorizeUrl()))
    if (paths.revoke !== undefined) {
      const stranger = await post(paths.revoke, { token: revoked.refresh_token, client_secret: 'wrong' })
      expect(stranger.status).toBe(401)
      expect((await post(paths.revoke, { token: revoked.refresh_token })).status).toBe(200)
    }
    await demo.restart()
    expect(await statusWith(kept.access_token)).not.toBe(401)
    expect((await refresh(kept.refresh_token)).access_token).toMatch(/^\S{20,}$/)
    if (paths.revoke !== undefined) {
      expect(await statusWith(revoked.access_token)).toBe(401)
      expect(await refresh(revoked.refresh_token)).toEqual({ error: 'invalid_grant' })
    }
    for (const name of await readdir(demo.folder)) {
      const text = await readFile(join(demo.folder, name), 'utf8')
      for (const { access_token: access, refresh_token: token } of [kept, revoked]) {
        expect(text).not.toContain(access)
        expect(text).not.toContain(token)
      }
      expect((await stat(join(demo.folder, name))).mode & 0o777).toBe(0o600)
    }
  })
})

test('starting is cheap: an emulator runs only once somebody asks for it', async () => {
  const listen = vi.spyOn(Server.prototype, 'listen')
  onTestFinished(() => listen.mockRestore())
  await demo.restart()
  expect(listen).toHaveBeenCalledTimes(emulatedServices.length)
  const { authorizeUrl = '' } = demo.platform.endpoints.linearApi ?? {}
  const query = { client_id: 'demo-linear-client', redirect_uri: `${emulatedOrigin}/api/linearApi/oauth/callback`, scope: 'read' }
  for (let asked = 0; asked < 2; asked++) await consentForms(`${authorizeUrl}?${new URLSearchParams(query)}`)
  expect(listen).toHaveBeenCalledTimes(emulatedServices.length + 1)
})

test('a list of grants that cannot be read stops the start and stays as it is', async () => {
  const path = join(demo.folder, 'linear-grants.json')
  await writeFile(path, '{"format":1,"grants":[{}],"tokens":[]}')
  await expect(demo.restart()).rejects.toThrow('was not written by the demo')
  expect(await readFile(path, 'utf8')).toContain('[{}]')
})
