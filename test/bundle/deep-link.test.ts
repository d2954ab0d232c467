import { expect, test, vi } from 'vitest'
import { approve } from '../demo/consent'
import { startDemoEngine } from './desktop-fixture'
import type { UtilityProcess } from './utility-process'

const passport = 'neurocadUserIdentityApi'

/** A Passport that is being added, as far as the link that the provider sends the browser to. */
async function asked() {
  const { engine, client } = await startDemoEngine()
  await client.settings.update({ callbackBy: 'deep_link' })
  const { authorizationId: id, authorizationUrl, transport } = await client.authorization.add({ type: passport })
  const link = new URL(await approve(authorizationUrl))
  return { engine, client, id, transport, link }
}

const answer = (engine: UtilityProcess, query: string, type: string = passport) => engine.say({ kind: 'callback', type, query })
const queryOf = ({ search }: URL) => search.slice(1)

/** What the log says of links that came to nothing, one line each. */
const refusals = ({ said }: UtilityProcess) =>
  said.split('\n').filter((line) => line.includes('a link finished no authorization'))

test('a provider’s answer that comes as a link finishes the authorization that waits for it', async () => {
  const { engine, client, id, transport, link } = await asked()
  expect(transport).toBe('deep_link')
  expect(`${link.protocol}//${link.host}${link.pathname}`).toBe(`neurocad://oauth/callback/${passport}`)
  answer(engine, queryOf(link))
  await vi.waitFor(async () => expect(await client.authorization.get({ id })).toMatchObject({ status: 'completed' }), {
    timeout: 10_000,
  })
  const { items } = await client.connection.list({ type: passport })
  expect(items).toHaveLength(1)
})

test('a link of another state, of another type, without a state, or come twice changes nothing', async () => {
  const { engine, client, id, link } = await asked()
  const { total } = await client.connection.list({})
  const wrong = new URLSearchParams(queryOf(link))
  wrong.set('state', 'somebody-elses-state')
  answer(engine, wrong.toString())
  answer(engine, queryOf(link), 'slackApi')
  answer(engine, queryOf(link), '__proto__')
  answer(engine, '')
  answer(engine, `${queryOf(link)}&state=another`)
  await vi.waitFor(() => expect(refusals(engine)).toHaveLength(5), { timeout: 10_000 })
  expect(await client.authorization.get({ id })).toMatchObject({ status: 'pending' })

  answer(engine, queryOf(link))
  await vi.waitFor(async () => expect(await client.authorization.get({ id })).toMatchObject({ status: 'completed' }), {
    timeout: 10_000,
  })
  answer(engine, queryOf(link))
  await vi.waitFor(() => expect(refusals(engine)).toHaveLength(6), { timeout: 10_000 })
  expect(await client.connection.list({})).toMatchObject({ total: total + 1 })
  // Neither the code nor the state is in the log.
  for (const secret of link.searchParams.values()) expect(engine.said).not.toContain(secret)
})

test('a link that comes while the vault is locked writes nothing', async () => {
  const { engine, client, link } = await asked()
  await client.vault.lock()
  answer(engine, queryOf(link))
  await vi.waitFor(() => expect(refusals(engine)).toHaveLength(1), { timeout: 10_000 })
  expect(refusals(engine)[0]).toContain('VAULT_UNAVAILABLE')
})

test('where links go to another program, an address of this computer is taken instead', async () => {
  const { engine, client } = await startDemoEngine()
  engine.answers['scheme.status'] = { registered: false, detail: 'Links open another program.' }
  await client.settings.update({ callbackBy: 'deep_link' })
  expect(await client.authorization.add({ type: passport })).toMatchObject({ transport: 'loopback' })
})

test('a provider that takes no links is answered at an address of this computer, whatever was chosen', async () => {
  const { client } = await startDemoEngine()
  await client.settings.update({ callbackBy: 'deep_link' })
  for (const type of ['slackApi', 'githubApi', 'googleApi'] as const)
    expect(await client.authorization.add({ type }), type).toMatchObject({ transport: 'loopback' })
})

test('the callback doctor asks its own address, asks the shell about links, and says what each provider takes', async () => {
  const { client } = await startDemoEngine()
  const found = await client.host.diagnoseCallback()
  expect(found.loopback).toMatchObject({ result: 'works', detail: expect.stringContaining('http://127.0.0.1:') })
  expect(found.deepLink).toEqual({ result: 'works', detail: 'Links come here.' })
  const transports = Object.fromEntries(found.transports.map(({ type, transport }) => [type, transport]))
  expect(transports).toMatchObject({ slackApi: 'loopback', githubApi: 'loopback', neurocadUserIdentityApi: 'loopback' })
  expect(transports).not.toHaveProperty('genericApiKey')
  for (const { why } of found.transports) expect(why).toMatch(/^[A-Z].*\.$/)
})
