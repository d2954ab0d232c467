import { expect, test } from 'vitest'
import { slackApp } from '../../../src-demo/slack/app'
import { approve, consentButton } from '../../demo/consent'
import { password } from '../vault/vault-fixture'
import { ada, follow, grace, startEngine } from './engine-fixture'

/** A value as it is, and as it would look inside a file that somebody forgot to seal. */
const forms = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(secret).toString('hex')),
]

test('no token, code, state, password or client secret is in any view, change, error, log line or file of the vault', async () => {
  const running = await startEngine()
  const secrets = new Set([password, slackApp.clientSecret, 'my-own-client-secret'])
  const said: unknown[] = []
  const { useCases } = running.engine
  running.setFetch(async (url, init) => {
    const response = await fetch(url, init)
    const text = await response.clone().text()
    for (const [token] of text.matchAll(/xox[a-z]-[\w-]+/g)) secrets.add(token)
    return response
  })
  const attempt = async (work: Promise<unknown>) => {
    const outcome = await work.catch((error: unknown) => ({ error: String(error), ...Object(error) }))
    said.push(outcome)
    return outcome
  }
  const authorize = async (button?: string, break_?: (redirect: string) => string) => {
    const { authorizationUrl, authorizationId } = await useCases.authorization.add(ada, { type: 'slackApi' })
    const redirect = await approve(authorizationUrl, button)
    for (const name of ['code', 'state']) secrets.add(new URL(redirect).searchParams.get(name) ?? password)
    await attempt(follow(running.engine, break_ ? break_(redirect) : redirect))
    await attempt(useCases.authorization.get(ada, { id: authorizationId }))
    return { authorizationId, redirect }
  }

  const { redirect } = await authorize()
  const tokens = [...secrets].filter((secret) => secret.startsWith('xox'))
  expect(tokens, 'the provider gave a token to look for').toHaveLength(1)
  await attempt(follow(running.engine, redirect))
  await authorize(consentButton.cancel)
  await authorize('', (url) => url.replace(/code=[^&]*/, 'code=0000000000'))
  const again = await authorize()
  await attempt(useCases.authorization.resolve(ada, { id: again.authorizationId, choice: 'keep_as_new' }))
  const { items } = await useCases.connection.list(ada, { limit: 50 })
  expect(items).toHaveLength(2)
  for (const { id } of items) {
    await attempt(useCases.connection.test(ada, { id }))
    await attempt(useCases.connection.rename(grace, { id, name: 'Renamed', version: 99 }))
    await attempt(useCases.connection.history(ada, { id, limit: 50 }))
    await attempt(useCases.connection.remove(ada, { id }))
    await attempt(useCases.connection.test(ada, { id }))
  }
  await attempt(useCases.connection.list(grace, { limit: 50, query: 'slack' }))
  await attempt(useCases.directory.list(ada, undefined))
  await attempt(useCases.providerApp.set(ada, { type: 'slackApi', clientId: 'mine', clientSecret: 'my-own-client-secret' }))
  await attempt(useCases.providerApp.get(ada, { type: 'slackApi' }))
  await attempt(running.engine.unlock('not the password'))
  await attempt(running.engine.create(password))
  const everything = [
    Buffer.from(JSON.stringify([said, running.changes, running.logger.lines])),
    ...[...running.files.contents].map(([, bytes]) => Buffer.from(bytes)),
  ]
  // The search is known to work: what is no secret is found in what was said.
  expect(everything[0]?.includes('Larkspur')).toBe(true)
  for (const secret of secrets) {
    for (const form of forms(secret)) for (const place of everything) expect(place.includes(form), `${form} leaked`).toBe(false)
  }
  await running.stop()
})
