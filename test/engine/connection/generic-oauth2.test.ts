import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AuthorizationView } from '../../../src-shared/contract/authorization'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { confidentialClient, type OpenIdServer, publicClient, startOpenIdServer } from '../oauth/openid-server'
import { ada, follow, redirectUri as slackRedirectUri, startEngine, type TestEngine } from './engine-fixture'

const type = 'genericOAuth2'
const redirectUri = slackRedirectUri.replace('slackApi', type)

let test_: TestEngine
let server: OpenIdServer
let other: OpenIdServer
beforeAll(async () => {
  test_ = await startEngine()
  server = await startOpenIdServer(redirectUri)
  other = await startOpenIdServer(redirectUri)
})
afterAll(async () => {
  await test_.stop()
  await server.stop()
  await other.stop()
})
beforeEach(() => {
  test_.setFetch(fetch)
  server.asked.length = 0
  other.asked.length = 0
})

const cases = () => test_.engine.useCases

/** With the issuer: everything else is discovered. */
const discovered = (client: { clientId: string } = confidentialClient) => ({
  issuer: server.issuer,
  ...client,
  scopes: 'openid email offline_access',
  origins: server.issuer,
})

/** Every address typed in. */
const typed = (client: { clientId: string } = confidentialClient) => ({
  authorizeUrl: server.authorizeUrl,
  tokenUrl: server.tokenUrl,
  revokeUrl: server.revokeUrl,
  userinfoUrl: server.userinfoUrl,
  ...client,
  scopes: 'openid, email,offline_access',
  origins: `${server.issuer}/`,
})

const start = async (fields: Record<string, string>) => (await cases().authorization.add(ada, { type, fields })).authorizationUrl

async function connect(fields: Record<string, string>, subject: string): Promise<AuthorizationView> {
  return follow(test_.engine, await server.approve(await start(fields), subject), type)
}

function idOf({ connectionId, status, error }: AuthorizationView): ConnectionId {
  if (connectionId === undefined) throw new Error(`no connection in ${status}: ${JSON.stringify(error)}`)
  return connectionId
}

test.for([
  ['an issuer and a client with a secret', () => discovered(), 'anna'],
  ['an issuer and a public client', () => discovered(publicClient), 'bert'],
  ['typed addresses and a client with a secret', () => typed(), 'carl'],
  ['typed addresses and a public client', () => typed(publicClient), 'dora'],
] as const)('a service is connected, tested, refreshed and removed with %s', async ([, fieldsOf, subject]) => {
  const fields = fieldsOf()
  const id = idOf(await connect(fields, subject))
  const added = await cases().connection.get(ada, { id })
  expect(added).toMatchObject({
    status: 'active',
    account: { label: `${subject}@example.org` },
    details: { clientId: fields.clientId, origins: [server.issuer] },
    scopes: ['openid', 'email', 'offline_access'],
  })
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })
  const before = await test_.resolve(ada.actor, id)
  expect(before).toMatchObject({ headers: { authorization: expect.stringMatching(/^Bearer /) }, origins: [server.issuer] })

  test_.clock.advance(3600_000)
  const after = await test_.resolve(ada.actor, id)
  expect(after.headers.authorization).not.toBe(before.headers.authorization)
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })

  const removed = await cases().connection.remove(ada, { id })
  expect(removed.providerNotice).toBeUndefined()
  expect(server.asked).toContain(new URL(server.revokeUrl).pathname)
  const answer = await fetch(server.userinfoUrl, { headers: after.headers })
  expect(answer.status).toBe(401)
})

test('one account of one client is one account, wherever the token came from', async () => {
  const id = idOf(await connect(discovered(), 'emma'))
  expect(await connect(discovered(), 'emma')).toMatchObject({ status: 'account_exists', connectionId: id })
  expect(await connect(discovered(publicClient), 'emma')).toMatchObject({ status: 'completed' })
})

test('reconnecting needs nothing entered again, and keeps the id', async () => {
  const id = idOf(await connect(discovered(), 'fred'))
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id })
  const parameters = new URL(authorizationUrl).searchParams
  expect(Object.fromEntries(parameters)).toMatchObject({
    client_id: confidentialClient.clientId,
    scope: 'openid email offline_access',
    code_challenge_method: 'S256',
  })
  const done = await follow(test_.engine, await server.approve(authorizationUrl, 'fred'), type)
  expect(done).toMatchObject({ status: 'completed', connectionId: id })
  expect(await cases().connection.test(ada, { id })).toMatchObject({ result: 'success' })
})

test('reconnecting with other fields replaces them', async () => {
  const id = idOf(await connect(discovered(), 'gina'))
  const fields = { ...discovered(), scopes: 'openid', origins: `${server.issuer} https://api.example.org` }
  const { authorizationUrl } = await cases().authorization.reconnect(ada, { id, fields })
  expect(await follow(test_.engine, await server.approve(authorizationUrl, 'gina'), type)).toMatchObject({ status: 'completed' })
  expect(await cases().connection.get(ada, { id })).toMatchObject({
    scopes: ['openid'],
    details: { origins: [server.issuer, 'https://api.example.org'] },
  })
})

test('what the service may be told never shows: neither the client secret nor a token', async () => {
  const id = idOf(await connect(discovered(), 'hugo'))
  const { headers } = await test_.resolve(ada.actor, id)
  const seen = JSON.stringify([
    await cases().connection.get(ada, { id }),
    await cases().connection.history(ada, { id, limit: 50 }),
    test_.changes,
    test_.logger.text(),
  ])
  expect(seen).not.toContain(confidentialClient.clientSecret)
  expect(seen).not.toContain(headers.authorization?.replace('Bearer ', ''))
})

test('an answer that another server gave is refused, and its code goes nowhere (RFC 9207)', async () => {
  const authorizationUrl = await start(discovered())
  const redirect = new URL(await server.approve(authorizationUrl, 'iris'))
  expect(redirect.searchParams.get('iss')).toBe(server.issuer)
  redirect.searchParams.set('iss', other.issuer)
  server.asked.length = 0
  await expect(follow(test_.engine, redirect.href, type)).rejects.toMatchObject({
    code: 'PROVIDER_ERROR',
    data: { providerError: 'malformed_answer' },
  })
  expect([...server.asked, ...other.asked]).not.toContain(new URL(server.tokenUrl).pathname)
})

test('an answer without the issuer is refused where the server promised to name it', async () => {
  const redirect = new URL(await server.approve(await start(discovered()), 'jane'))
  redirect.searchParams.delete('iss')
  server.asked.length = 0
  await expect(follow(test_.engine, redirect.href, type)).rejects.toMatchObject({ data: { providerError: 'malformed_answer' } })
  expect(server.asked).not.toContain(new URL(server.tokenUrl).pathname)
})

test('a code that was asked for with another verifier gives no token', async () => {
  const [mine, stolen] = [await start(discovered()), await start(discovered())]
  const victim = new URL(await server.approve(stolen, 'kurt'))
  const attacker = new URL(await server.approve(mine, 'kurt'))
  attacker.searchParams.set('code', `${victim.searchParams.get('code')}`)
  await expect(follow(test_.engine, attacker.href, type)).rejects.toMatchObject({ data: { providerError: 'invalid_grant' } })
})

test('without openid and user info, a connection is known by its server and client, and its test says why it cannot be', async () => {
  const { userinfoUrl: _, ...fields } = typed()
  const id = idOf(await connect({ ...fields, scopes: 'email', origins: 'https://api.example.org' }, 'lena'))
  expect(await cases().connection.get(ada, { id })).toMatchObject({ account: { label: new URL(server.issuer).host } })
  await expect(cases().connection.test(ada, { id })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('no user info address'),
  })
  expect(await cases().connection.get(ada, { id })).toMatchObject({ status: 'active' })
})
