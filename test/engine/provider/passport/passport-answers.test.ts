import { expect, test } from 'vitest'
import { EngineError } from '../../../../src-main/engine/error'
import { type LocalServer, localServer } from '../../oauth/local-server'
import { heldPassport, passportWith } from './passport-at'

const provider = passportWith(fetch)

/** Answers its metadata, and anything else with `body`. */
async function issuerWith(body: unknown, status = 200, hasUserinfo = true) {
  const server: LocalServer = await localServer((response) => {
    const { path = '' } = server.requests.at(-1) ?? {}
    const { url: issuer } = server
    const metadata = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      ...(hasUserinfo ? { userinfo_endpoint: `${issuer}/userinfo` } : {}),
    }
    const isMetadata = path.startsWith('/.well-known/')
    response.writeHead(isMetadata ? 200 : status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isMetadata ? metadata : body))
  })
  return { ...server, held: heldPassport({ issuer: server.url, identityUrl: `${server.url}/exchange` }) }
}

test.each([
  [200, { sub: 'user_ada' }, undefined, undefined],
  [200, { sub: 'user_noor' }, 'Neurocad says that this sign-in is of another account.', 'rejected_by_provider'],
  [401, {}, 'Neurocad does not accept the connection any more (http_401).', 'rejected_by_provider'],
  [403, {}, 'Neurocad does not accept the connection any more (http_403).', 'rejected_by_provider'],
  [429, {}, 'Neurocad answered with an error (http_429).', undefined],
  [503, {}, 'Neurocad answered with an error (http_503).', undefined],
  [200, {}, 'Neurocad answered with an error (malformed_answer).', undefined],
])('asked who this is, %i %j is told as “%s” and comes to %s', async (status, body, error, event) => {
  const { held, requests } = await issuerWith(body, status)
  const answer = await provider.test(held)
  expect([answer.result, answer.error, answer.event]).toEqual([error === undefined ? 'success' : 'failure', error, event])
  expect(requests.at(-1)).toMatchObject({ path: '/userinfo', headers: { authorization: 'Bearer the-access-token' } })
})

test('a server that tells nobody who a token is of is asked for an identity instead', async () => {
  const { held, requests } = await issuerWith({ identity_token: 'x', expires_in: 60 }, 200, false)
  expect(await provider.test(held)).toEqual({ result: 'success' })
  expect(requests.at(-1)?.path).toBe('/exchange')
})

test('a Passport whose client was forgotten says so, and gives nothing to any request', async () => {
  const held = { ...heldPassport({}), app: undefined }
  expect(await provider.test(held)).toEqual({
    result: 'failure',
    error: 'There is no Neurocad client to ask with. Enter it again.',
  })
  expect(() => provider.inject(held, undefined)).toThrow(EngineError)
})

test('what requests carry is the identity token, and they go to the platform alone', () => {
  const held = heldPassport({ identityUrl: 'https://platform.example:8443/identity/exchange' })
  expect(provider.inject(held, undefined)).toEqual({
    headers: { authorization: 'Bearer the-identity-token' },
    query: {},
    origins: ['https://platform.example:8443'],
  })
})

test('revoking at a server without a way to is an error, so that the person is told what to do there', async () => {
  const { held } = await issuerWith({})
  await expect(provider.revoke?.(held)).rejects.toMatchObject({ data: { providerError: 'no_revocation_endpoint' } })
})

const issuer = 'https://sign-in.example'
const identityUrl = 'https://platform.example/exchange'

test.each([
  ['issuer', { issuer: 'http://sign-in.example', identityUrl }],
  ['issuer', { issuer: 'https://sign-in.example?pool=1', identityUrl }],
  ['issuer', { issuer: 'https://me@sign-in.example', identityUrl }],
  ['identityUrl', { issuer, identityUrl: 'http://platform.example/exchange' }],
  ['identityUrl', { issuer, identityUrl: 'http://127.0.0.1:8080/exchange' }],
  ['identityUrl', { issuer, identityUrl: 'https://platform.example/#exchange' }],
])('an address that no token may be sent to is refused by its name: %s of %j', (path, fields) => {
  expect(() => provider.checkApp?.({ clientId: 'x', fields })).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', data: { fields: [{ path, message: expect.any(String) }] } }),
  )
})

test('addresses that are encrypted, or both on this machine, are taken', () => {
  const local = { issuer: 'http://127.0.0.1:4000', identityUrl: 'http://127.0.0.1:4001/exchange' }
  for (const fields of [{ issuer, identityUrl }, local])
    expect(() => provider.checkApp?.({ clientId: 'x', fields })).not.toThrow()
})
