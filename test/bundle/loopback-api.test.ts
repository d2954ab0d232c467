import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { approve } from '../demo/consent'
import { startDemoEngine } from './desktop-fixture'

test('scripts are answered while their owner wants that, at one address, with tokens that can be revoked at the window', async () => {
  const { engine, ready, client, folder } = await startDemoEngine()
  engine.answers['shell.facts'] = {
    version: '0.1.0',
    screenLock: null,
    tray: true,
    notifications: true,
    downloads: '/nowhere',
    update: { state: 'off', version: null, detail: null },
  }
  engine.answers['keychain.status'] = { state: 'unavailable', backend: null, reason: 'There is none.' }
  const { id, token } = await client.client.create({ name: 'a script' })
  const ask = (path: string) => fetch(`${ready.api}${path}`, { headers: { Authorization: `Bearer ${token}` } })
  expect((await ask('/connect/directory')).status).toBe(200)
  expect((await client.host.facts()).api).toBe(ready.api)

  await client.settings.update({ loopbackApi: false })
  expect((await ask('/connect/directory')).status).toBe(404)
  expect((await client.host.facts()).api).toBeNull()

  await client.settings.update({ loopbackApi: true })
  expect((await client.host.facts()).api).toBe(ready.api)
  expect((await ask('/connect/directory')).status).toBe(200)
  expect((await client.client.list()).find((each) => each.id === id)?.lastUsedAt).not.toBeNull()

  await client.vault.lock()
  const locked = await ask('/connect/directory')
  expect([locked.status, (await locked.json()).code]).toEqual([423, 'VAULT_LOCKED'])
  expect(readFileSync(join(folder, 'clients'), 'utf8')).not.toContain(token)

  await client.vault.unlock({ password: ready.demo.vaultPassword })
  await client.client.revoke({ id })
  expect((await ask('/connect/directory')).status).toBe(401)
})

test('nothing that the shell is told or asked holds a token, a password, a code or a state', async () => {
  const { engine, ready, client } = await startDemoEngine()
  const { vaultPassword, slackSigningSecret, githubWebhookSecret, actors } = ready.demo
  const tokens = [actors.owner, actors.teammate].map(({ tokenFile }) => readFileSync(tokenFile, 'utf8'))
  const { token } = await client.client.create({ name: 'a script' })
  await client.settings.update({ callbackBy: 'deep_link' })
  const { authorizationUrl } = await client.authorization.add({ type: 'neurocadUserIdentityApi' })
  const link = new URL(await approve(authorizationUrl))
  engine.say({ kind: 'callback', type: 'neurocadUserIdentityApi', query: link.search.slice(1) })
  await client.host.diagnoseCallback()
  await client.vault.lock()
  await client.vault.unlock({ password: vaultPassword })

  const told = JSON.stringify(engine.toldShell)
  // The search is known to work: what was asked and told is there.
  for (const plain of ['scheme.status', '"kind":"state"', 'notifyBreakage']) expect(told).toContain(plain)
  const secrets = [vaultPassword, slackSigningSecret, githubWebhookSecret, token, ...tokens, ...link.searchParams.values()]
  expect(secrets.every((secret) => secret.length > 8)).toBe(true)
  for (const secret of secrets) expect(told).not.toContain(secret)
})
