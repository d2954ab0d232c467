import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { getEventMeta, ORPCError } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { EngineError } from '../../src-main/engine/error'
import { serveMessagePort } from '../../src-main/host/message-port'
import { type ConnectClient, type DesktopClient, type ServeClient, serveContract } from '../../src-shared/contract'
import { type ErrorCode, errorTable } from '../../src-shared/contract/error'
import { errorFromBody } from '../../src-shared/contract/error-body'
import { connectionView, FakeEngine, orgConnectionId, owner } from '../fakes/engine'
import { FakeLogger } from '../fakes/logger'
import { testServer } from './http/test-server'
import { serveProgram } from './program'

/** One engine, reached both ways. */
async function bothTransports(engine = new FakeEngine()) {
  const server = await testServer({ engine })
  const overHttp: ServeClient = createORPCClient(
    new OpenAPILink(serveContract, {
      url: `${server.origin}/api`,
      headers: { Authorization: `Bearer ${server.ownerToken}` },
      customErrorResponseBodyDecoder: errorFromBody,
    }),
  )
  const { port1, port2 } = new MessageChannel()
  serveMessagePort(engine, port1, {
    actor: owner,
    caller: undefined,
    access: server.access,
    program: serveProgram(engine, server.origin),
    callbackOrigin: server.origin,
    clock: { monotonic: () => 0 },
    logger: new FakeLogger(),
  })
  const overPort: DesktopClient = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  onTestFinished(() => port2.close())
  return { engine, transports: [overHttp, overPort] as const }
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof ORPCError)) throw error
      const { code, status, message, data, defined } = error
      return { code, status, message, data, defined }
    },
  )

const data = {
  connectionId: orgConnectionId,
  authorizationId: 'auth_1',
  type: 'slackApi',
  providerError: 'token_revoked',
  currentVersion: 7,
  retryAfterSeconds: 3,
  fields: [{ path: 'a.b', message: 'must be c' }],
}

test.each(Object.keys(errorTable) as ErrorCode[])('%s arrives alike over a MessagePort and over HTTP', async (code) => {
  const { engine, transports } = await bothTransports()
  engine.useCases.connection.remove = async () => {
    throw new EngineError(code, data, 'A sentence of its own.')
  }
  const [http, port] = await Promise.all(transports.map((client) => failure(client.connection.remove({ id: orgConnectionId }))))
  const { status, recovery } = errorTable[code]
  const whole = { code, status, message: 'A sentence of its own.', data: { recovery, ...data } }
  expect(http).toMatchObject(whole)
  expect(port).toMatchObject(whole)
  expect(http?.data).toEqual(port?.data)
})

test.each([
  ['an invalid input', (client: ConnectClient) => client.connection.list({ limit: 0, colour: 'red' } as { limit: number })],
  ['an unknown id', (client: ConnectClient) => client.connection.get({ id: 'cred_00000000000000000000000000' })],
  ['a version conflict', (client: ConnectClient) => client.connection.rename({ id: orgConnectionId, name: 'x', version: 1 })],
])('%s is the same typed error over both', async (_, call) => {
  const { transports } = await bothTransports()
  const [http, port] = await Promise.all(transports.map((client) => failure(call(client))))
  expect(http).toEqual(port)
  expect(http).toMatchObject({ defined: true, message: expect.stringMatching(/./) })
})

test('a locked vault is the same typed error over both', async () => {
  const { transports } = await bothTransports(new FakeEngine('locked'))
  const [http, port] = await Promise.all(transports.map((client) => failure(client.connection.list({}))))
  expect(http).toEqual(port)
  expect(http).toMatchObject({ code: 'VAULT_LOCKED', status: 423, defined: true })
})

test('an answer is the same over both', async () => {
  const { transports } = await bothTransports()
  const [http, port] = await Promise.all(transports.map((client) => client.connection.list({ limit: 5 })))
  expect(http).toEqual(port)
  expect(http?.items).toHaveLength(2)
})

test('event streams tell the same over both, resume over both, and end over both when the vault locks', async () => {
  const { engine, transports } = await bothTransports()
  for (const client of transports) {
    const first = await client.event.stream()
    const ready = await first.next()
    expect(ready.value).toEqual({ kind: 'ready' })
    engine.emit({ event: { kind: 'connection', connection: connectionView({ name: 'one' }) }, audience: 'org' })
    expect((await first.next()).value).toEqual({ kind: 'connection', connection: connectionView({ name: 'one' }) })
    await first.return?.()

    const resumed = await client.event.stream(undefined, { lastEventId: getEventMeta(ready.value)?.id })
    expect((await resumed.next()).value).toEqual({ kind: 'ready' })
    expect((await resumed.next()).value).toMatchObject({ connection: { name: 'one' } })
    const waiting = resumed.next()
    await engine.lock()
    expect(await waiting).toMatchObject({ done: true })
    await engine.unlock({ password: 'correct horse' })
  }
})

test('what only serve has is not reachable over a port', async () => {
  const { transports } = await bothTransports()
  const port = transports[1] as unknown as ServeClient
  await expect(port.health.get()).rejects.toThrow()
  await expect(port.session.exchange({ ticket: 'any' })).rejects.toThrow()
})

test('the tokens of scripts, and what the program is, are the same over both', async () => {
  const { transports } = await bothTransports()
  const [http, port] = transports
  const made = await port.client.create({ name: 'made at the window' })
  const [tokens, alike] = await Promise.all([http.client.list(), port.client.list()])
  expect(alike.map(({ id }) => id)).toContain(made.id)
  expect(alike.map(({ id }) => id)).toEqual(tokens.map(({ id }) => id))
  await port.client.revoke({ id: made.id })
  expect((await http.client.list()).map(({ id }) => id)).not.toContain(made.id)
  expect(await http.host.facts()).toEqual(await port.host.facts())
})
