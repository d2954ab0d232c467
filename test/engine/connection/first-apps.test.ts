import { generateKeyPairSync } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Dependencies } from '../../../src-main/engine/connection/dependencies'
import { enterFirstApps } from '../../../src-main/engine/connection/first-apps'
import { findProviderApp, removeProviderApp, setProviderApp } from '../../../src-main/engine/connection/provider-apps'
import { ProviderGate } from '../../../src-main/engine/connection/refresh/provider-gate'
import { createProviders } from '../../../src-main/engine/provider/registry'
import { providerAppRecord } from '../../../src-main/engine/vault/projection'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import { defaultSettings } from '../../../src-shared/domain/default-settings'
import { add, newVault } from '../vault/vault-fixture'
import { ada } from './engine-fixture'

let deps: Dependencies
beforeEach(async () => {
  const { vault, ports } = await newVault()
  const { clock, logger } = ports
  const settings = () => defaultSettings({ kind: 'serve', demo: true })
  const publish = () => undefined
  const providers = createProviders(fetch, {}, clock.now)
  deps = { vault, providers, clock, logger, random: () => 0.5, gate: new ProviderGate(clock), settings, publish }
})

const earlier = { clientId: 'of-the-demo', clientSecret: 'one-for-all-demos', signingSecret: 'another-for-all' }
const now = { clientId: 'of-the-demo', clientSecret: 'of-this-demo', signingSecret: 'of-this-demo-too' }

/** What the next request to Slack would be made with. */
async function app() {
  const found = await findProviderApp(deps, 'slackApi')
  return found && { clientId: found.clientId, clientSecret: found.clientSecret, signingSecret: found.fields.signingSecret }
}
const eventsOf = async (type: CredentialTypeKey) => (await deps.vault.history(providerAppRecord(type), 50)).events.length

test('an app of the program’s own gets the secrets that are good now', async () => {
  await enterFirstApps(deps, { slackApi: earlier })
  await enterFirstApps(deps, { slackApi: now })
  expect(await app()).toEqual(now)
})

test('one that is up to date is left as it is: no start writes what is there already', async () => {
  const { privateKey: pem } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  // With the line break at its end that is not kept.
  const privateKey = pem.export({ type: 'pkcs1', format: 'pem' }).toString()
  const githubApi = { appId: '1', slug: 'demo', privateKey, ...now }
  for (let start = 0; start < 2; start++) await enterFirstApps(deps, { slackApi: now, githubApi })
  expect([await eventsOf('slackApi'), await eventsOf('githubApi')]).toEqual([1, 1])
})

test('the program’s own client gets them too where a person entered it', async () => {
  await setProviderApp(deps, ada.actor, { type: 'slackApi', ...earlier })
  await enterFirstApps(deps, { slackApi: now })
  expect(await app()).toEqual(now)
})

test('a person’s own app stays as they entered it', async () => {
  const own = { clientId: 'of-a-person', clientSecret: 'of-that-person', signingSecret: 'of-that-person-too' }
  await enterFirstApps(deps, { slackApi: earlier })
  await setProviderApp(deps, ada.actor, { type: 'slackApi', ...own })
  await enterFirstApps(deps, { slackApi: now })
  expect(await app()).toEqual(own)
})

test('an app that a person forgot does not come back', async () => {
  await enterFirstApps(deps, { slackApi: earlier })
  await removeProviderApp(deps, ada.actor, 'slackApi')
  await enterFirstApps(deps, { slackApi: now })
  expect(await app()).toBeUndefined()
})

test('connections that were made with the earlier secrets are not touched', async () => {
  const id = await add(deps.vault, 'a connection')
  await enterFirstApps(deps, { slackApi: earlier })
  await enterFirstApps(deps, { slackApi: now })
  expect(await deps.vault.secret(id)).toEqual({ accessToken: 'token-of-a connection' })
  expect((await deps.vault.history(id, 50)).events).toHaveLength(1)
})
