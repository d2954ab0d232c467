import { expect, onTestFinished, test } from 'vitest'
import { ada, follow, startEngine } from './engine-fixture'

const type = 'genericOAuth2'
const origin = 'https://server.example'
const fields = {
  authorizeUrl: `${origin}/authorize`,
  tokenUrl: `${origin}/token`,
  userinfoUrl: `${origin}/userinfo`,
  clientId: 'client',
  origins: origin,
}

/** A server that refuses every refresh, and still says whom the token stands for that it no longer renews. */
async function refusingServer(url: string, init: RequestInit): Promise<Response> {
  if (new URL(url).pathname === '/userinfo') return Response.json({ sub: 'ada' })
  if (new URLSearchParams(String(init.body)).get('grant_type') === 'refresh_token') {
    return Response.json({ error: 'invalid_grant' }, { status: 400 })
  }
  return Response.json({ access_token: 'access', token_type: 'Bearer', expires_in: 3600, refresh_token: 'refresh' })
}

test('a test whose refresh was refused for good is no success, whatever is still answered to the old token', async () => {
  const running = await startEngine()
  onTestFinished(() => running.stop())
  running.setFetch(refusingServer)
  const { connection, authorization } = running.engine.useCases
  const { authorizationUrl } = await authorization.add(ada, { type, fields })
  const state = new URL(authorizationUrl).searchParams.get('state') ?? ''
  const { connectionId } = await follow(running.engine, `http://127.0.0.1/?code=c&state=${state}`, type)
  if (connectionId === undefined) throw new Error('nothing was added')
  running.clock.advance(3_580_000)
  await expect(connection.test(ada, { id: connectionId })).resolves.toMatchObject({ result: 'failure' })
  expect(await connection.get(ada, { id: connectionId })).toMatchObject({ status: 'needs_reauth', lastTestResult: 'failure' })
})
