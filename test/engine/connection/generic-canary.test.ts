import { expect, onTestFinished, test } from 'vitest'
import type { CredentialTypeKey } from '../../../src-shared/domain/credential-type'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { approve } from '../../demo/consent'
import { confidentialClient, startOpenIdServer } from '../oauth/openid-server'
import { ada, follow, grace, redirectUri, startEngine } from './engine-fixture'

/** A value as it is, and as it would look inside a file that somebody forgot to seal. */
const forms = (secret: string): Buffer[] => [
  Buffer.from(secret),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
  Buffer.from(Buffer.from(secret).toString('hex')),
]

const tokenNames = ['access_token', 'refresh_token', 'id_token'] as const
const key = 'canary-key-of-the-parts-catalogue'

test('no token, code, verifier, client secret or key of a generic or declared type is in any view, error, log line or file', async () => {
  const running = await startEngine()
  onTestFinished(() => running.stop())
  const server = await startOpenIdServer(redirectUri.replace('slackApi', 'genericOAuth2'))
  onTestFinished(() => server.stop())
  const { connection, authorization } = running.engine.useCases
  const secrets = new Set([confidentialClient.clientSecret, key])
  for (const type of ['googleApi', 'oktaApi']) secrets.add(running.demo.firstApps[type]?.clientSecret ?? '')
  const named = new Set<string>()
  const said: unknown[] = []
  running.setFetch(async (url, init) => {
    for (const name of ['code_verifier', 'code']) {
      const sent = init.body instanceof URLSearchParams ? init.body.get(name) : null
      if (sent !== null) secrets.add(sent)
    }
    const response = await fetch(url, init)
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined)
    for (const name of tokenNames) {
      const token: unknown = Object(body)[name]
      if (typeof token !== 'string') continue
      secrets.add(token)
      named.add(name)
    }
    return response
  })
  const attempt = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work
      said.push(result)
      return result
    } catch (error) {
      said.push({ error: String(error), ...Object(error) })
      return undefined
    }
  }
  const authorize = async (type: CredentialTypeKey, fields?: Record<string, string>, alter = (url: string) => url) => {
    const { authorizationUrl } = await authorization.add(ada, { type, ...(fields ? { fields } : {}) })
    const redirect = fields ? await server.approve(authorizationUrl, 'ada') : await approve(authorizationUrl)
    for (const name of ['code', 'state']) secrets.add(new URL(redirect).searchParams.get(name) ?? 'none was given')
    const view = await attempt(follow(running.engine, alter(redirect), type))
    return view?.connectionId
  }

  const fields = { issuer: server.issuer, ...confidentialClient, scopes: 'openid email', origins: server.issuer }
  const keyFields = { placement: 'header', origins: server.issuer, testUrl: `${server.issuer}/no/such/path` }
  const ids: (ConnectionId | undefined)[] = [
    await authorize('genericOAuth2', fields),
    await authorize('googleApi'),
    await authorize('oktaApi'),
    (await attempt(connection.create(ada, { type: 'genericApiKey', fields: { ...keyFields, key } })))?.id,
  ]
  for (const type of ['genericOAuth2', 'googleApi'] as const) {
    const own = type === 'genericOAuth2' ? fields : undefined
    await authorize(type, own, (url) => url.replace(/code=[^&]*/, 'code=0000000000'))
    await authorize(type, own, (url) => `${url.replace(/&?iss=[^&]*/, '')}&iss=https%3A%2F%2Fevil.example`)
  }
  await attempt(connection.create(ada, { type: 'genericApiKey', fields: { ...keyFields, key: `${key}\r\nx-admin: 1` } }))
  running.clock.advance(3600_000)
  for (const id of ids) {
    if (id === undefined) throw new Error('a connection is missing')
    await running.resolve(ada.actor, id)
    await attempt(connection.test(ada, { id }))
    await attempt(connection.history(grace, { id, limit: 50 }))
    await attempt(connection.remove(grace, { id }))
  }
  await attempt(connection.list(grace, { limit: 50 }))
  await running.engine.lock()

  const everything = [
    Buffer.from(JSON.stringify([said, running.changes, running.logger.lines])),
    ...[...running.files.contents].map(([, bytes]) => Buffer.from(bytes)),
  ]
  // The search is known to work: what is no secret is found, and there were secrets of every kind to look for.
  expect(everything[0]?.includes('ada@example.org')).toBe(true)
  expect([...named].sort()).toEqual([...tokenNames].sort())
  for (const secret of secrets) {
    for (const form of forms(secret)) for (const place of everything) expect(place.includes(form), `${form} leaked`).toBe(false)
  }
})
