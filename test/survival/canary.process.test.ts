import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { m2mClient } from '../../src-demo/m2m/client'
import { slackApp } from '../../src-demo/slack/app'
import type { AuthorizationView, StartedAuthorization } from '../../src-shared/contract/authorization'
import { approve, consentButton } from '../demo/consent'
import { slackDelivery } from '../engine/connection/slack-delivery'
import { parentFolder, spawnServe } from '../host/serve/serve-process'
import { httpApi } from './api'

const wrongPassword = 'wrong-canary-password'
const ownSecret = 'own-canary-client-secret'
/** What the demo's Slack gives out looks like this; nothing else may. */
const token = /xox[a-z]-[\w-]{8,}/

test('no token, password, key, code or state is in any response, event, log line, process argument or file of the data folder', async () => {
  const data = join(await parentFolder(), 'data')
  const serve = spawnServe('--demo', '--data', data, '--json', '--no-open')
  const ready = await serve.ready()
  const seen: string[] = []
  const api = await httpApi(ready, (text) => seen.push(text))
  const { password, secrets } = {
    password: ready.demo?.vaultPassword ?? '',
    secrets: new Set([wrongPassword, ownSecret, slackApp.clientSecret, m2mClient.clientSecret]),
  }
  secrets.add(password)
  const events = readEvents(ready.api, api.token)

  const start = async (): Promise<StartedAuthorization> => {
    const answer = await api.send('POST', '/connect/types/slackApi/authorizations')
    // The one answer that may hold the state: the address that is handed out.
    seen.pop()
    return JSON.parse(answer.body)
  }
  const authorize = async (button = '', alter = (url: string) => url): Promise<{ id: string; redirect: string }> => {
    const { authorizationUrl, authorizationId } = await start()
    const redirect = await approve(authorizationUrl, button)
    for (const name of ['code', 'state']) secrets.add(new URL(redirect).searchParams.get(name) ?? password)
    const answer = await fetch(alter(redirect), { redirect: 'manual' })
    seen.push(JSON.stringify([...answer.headers]) + (await answer.text()))
    await api.send('GET', `/connect/authorizations/${authorizationId}`)
    return { id: authorizationId, redirect }
  }

  const { redirect } = await authorize()
  seen.push(await (await fetch(redirect, { redirect: 'manual' })).text())
  await authorize(consentButton.cancel)
  await authorize('', (url) => url.replace(/code=[^&]*/, 'code=ffffffff'))
  await authorize('', (url) => `${url}&code=twice`)
  const exists = await authorize()
  await api.send('POST', `/connect/authorizations/${exists.id}/resolution`, { choice: 'keep_as_new' })
  const pasted = await start()
  await api.send('POST', `/connect/authorizations/${pasted.authorizationId}/callback`, {
    url: 'http://127.0.0.1:1/nowhere?code=x',
  })
  await api.call<AuthorizationView>('GET', `/connect/authorizations/${pasted.authorizationId}`)
  const connections = await api.list()
  expect(connections).toHaveLength(2)
  const signingSecret = ready.demo?.slackSigningSecret ?? ''
  secrets.add(signingSecret)
  for (const key of [signingSecret, 'wrong-signing-secret']) {
    const event = {
      type: 'tokens_revoked',
      teamId: 'T000000001',
      appId: 'A0DEMOCONN',
      eventId: `Ev-${key.length}`,
      at: Date.now(),
    }
    const delivery = slackDelivery(event, key)
    secrets.add(delivery.headers['x-slack-signature'] ?? '')
    const answer = await fetch(`${ready.api}/ingress/slackApi`, { method: 'POST', ...delivery })
    seen.push(JSON.stringify([...answer.headers]) + (await answer.text()))
  }
  for (const { id } of connections) {
    await api.send('POST', `/connect/connections/${id}/test`)
    await api.send('PATCH', `/connect/connections/${id}`, { name: 'Renamed', credentials: { token: ownSecret } })
    await api.send('GET', `/connect/connections/${id}/history`)
    await api.send('DELETE', `/connect/connections/${id}`)
  }
  await api.send('PUT', '/provider-apps/slackApi', {
    type: 'slackApi',
    clientId: 'mine',
    clientSecret: ownSecret,
    signingSecret: ownSecret,
    redirectUri: 'http://no',
  })
  await api.send('PUT', '/provider-apps/slackApi', { clientId: 'mine', clientSecret: ownSecret, signingSecret: ownSecret })
  await api.send('GET', '/provider-apps/slackApi')
  await api.send('POST', '/vault', { password })
  await api.send('POST', '/vault/lock')
  await api.send('POST', '/vault/unlock', { password: wrongPassword })
  await api.send('POST', '/vault/unlock', { password, extra: wrongPassword })
  await api.send('POST', '/vault/unlock', { password })
  await api.send('GET', '/connect/connections', undefined, 'not-a-token')
  const processes = await processFacts(serve.child.pid ?? 0)
  serve.child.kill('SIGTERM')
  await serve.ended
  seen.push(await events)

  const files = await folderText(data, new Set(['api-token', 'teammate-token']))
  const places = { answers: seen.join('\n'), log: serve.output.stderr, processes, files }
  // The search is known to work: what is no secret is found, and what is one is where it may be.
  expect(places.answers).toContain('Larkspur')
  expect(places.answers).toMatch(/"kind":"connection"/)
  expect(serve.output.stdout).toContain(password)
  expect(files.length).toBeGreaterThan(1_000_000)
  secrets.add(api.token)
  for (const [where, text] of Object.entries(places)) {
    expect(token.exec(text)?.[0], `a token in the ${where}`).toBeUndefined()
    for (const secret of secrets) expect(text.includes(secret), `${secret} in the ${where}`).toBe(false)
  }
}, 60_000)

/** Everything the event stream said until the server closed it. */
async function readEvents(api: string, bearer: string): Promise<string> {
  const response = await fetch(`${api}/events`, { headers: { authorization: `Bearer ${bearer}` } })
  return response.text()
}

/** Command line and environment of a process, as other programs of the same user can read them. */
async function processFacts(pid: number): Promise<string> {
  const parts = await Promise.all(['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'latin1')))
  return parts.join('\n')
}

async function folderText(folder: string, except: ReadonlySet<string>): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !except.has(entry.name))
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  return texts.join('\n')
}
