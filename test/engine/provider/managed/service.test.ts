import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { serveOnLoopback } from '../../../../src-demo/loopback-server'
import { m2mAudience, m2mClient } from '../../../../src-demo/m2m/client'
import { m2mPaths, m2mTokenEndpoint } from '../../../../src-demo/m2m/token-endpoint'
import { derivedFrom } from '../../../../src-demo/seed'
import { openSigningKey } from '../../../../src-demo/signing-key'
import { desktopService } from '../../../../src-main/engine/provider/managed/desktop-service'
import { readOperatorConfig } from '../../../../src-main/engine/provider/managed/operator-config'
import { service } from '../../../../src-main/engine/provider/managed/service'
import { type ManagedType, statedGrant } from '../../../../src-main/engine/provider/managed/stated-grant'
import { jsonServer } from '../../oauth/local-server'
import { heldGrant } from '../held-grant'
import { operatorConfig } from './operator-entries'

const now = Date.parse('2026-11-21T09:00:00.000Z')
const client = m2mClient(derivedFrom(randomBytes(32)))
const services = service(fetch, () => now)

/** A connection as the operator's file makes it. */
function held(type: ManagedType, config: object) {
  const reading = readOperatorConfig(JSON.stringify(config))
  const grant = 'config' in reading ? statedGrant(reading.config, type) : undefined
  if (!grant) throw new Error('not stated')
  return heldGrant(grant)
}

/** The demo's authorization server for machines. */
async function m2mServer() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-m2m-'))
  const app = new Hono()
  const { url, close } = await serveOnLoopback(app)
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true })
  })
  app.route('/', await m2mTokenEndpoint(await openSigningKey(join(folder, 'key.json'), 'ES256'), client, url))
  return { url, config: (change: object = {}) => operatorConfig({ ...client, ...change }, url) }
}

const mint = (config: object) => services.mint?.(held('serviceApi', config)) ?? Promise.reject(new Error('no mint'))

test('a token is made by client credentials, and a service can check who it is for', async () => {
  const { url, config } = await m2mServer()
  const { token, expiresAt } = await mint(config())
  expect(expiresAt).toBe(now + 3_600_000)
  const keys = createRemoteJWKSet(new URL(`${url}${m2mPaths.keys}`))
  const { payload } = await jwtVerify(token, keys, { issuer: url, audience: m2mAudience, typ: 'at+jwt' })
  expect(payload).toMatchObject({ sub: client.clientId, scope: 'eda mechanical' })
})

test.each([
  ['a wrong secret', { clientSecret: 'hush-hush' }, 'invalid_client'],
  ['a scope it may not have', { scopes: ['everything'] }, 'invalid_scope'],
])('%s is refused as the server says, without the secret in it', async (_, change, code) => {
  const { config } = await m2mServer()
  const failure = await mint(config(change)).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'PROVIDER_ERROR', data: { providerError: code } })
  expect(JSON.stringify(failure)).not.toContain('hush')
  expect(JSON.stringify(failure)).not.toContain(client.clientSecret)
  expect(await services.test(held('serviceApi', config(change)))).toMatchObject({ result: 'failure' })
  expect(await services.test(held('serviceApi', config()))).toEqual({ result: 'success' })
})

test('a token without a lifetime is taken to last five minutes', async () => {
  const server = await jsonServer({ access_token: 'short', token_type: 'Bearer' })
  expect(await mint(operatorConfig({}, server.url))).toEqual({ token: 'short', expiresAt: now + 300_000 })
  const [request] = server.requests
  expect(Object.fromEntries(request?.form ?? [])).toEqual({
    grant_type: 'client_credentials',
    client_id: 'connect-service',
    client_secret: 'the-operators-client-secret',
    scope: 'eda mechanical',
  })
  expect(request?.path).toBe('/oauth2/token')
})

test('the token goes to the two services and nowhere else; the route to the desktop carries none', () => {
  const config = operatorConfig({ edaUrl: 'https://eda.example/v1/', mechanicalUrl: 'https://mechanical.example/' })
  expect(services.inject(held('serviceApi', config), 'minted')).toEqual({
    headers: { authorization: 'Bearer minted' },
    query: {},
    origins: ['https://eda.example', 'https://mechanical.example'],
  })
  expect(desktopService.inject(held('neurocadDesktopApi', config), undefined)).toEqual({
    headers: {},
    query: {},
    origins: ['https://neurocad.example'],
  })
})
