import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { ShellFailure } from '../../../src-main/host/bridge/shell-failure'
import { CallbackCheck } from '../../../src-main/host/callback/callback-check'
import { CallbackDoctor } from '../../../src-main/host/callback/callback-doctor'
import { reachOf } from '../../../src-main/host/callback/reach'
import type { Surroundings } from '../../../src-main/host/surroundings/surroundings'
import { FakeEngine, owner } from '../../fakes/engine'

/** A server that is not ours, on a port of this computer. */
async function stranger(status: number) {
  const server = createServer((_, answer) => answer.writeHead(status).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP address')
  const close = () => new Promise((resolve) => server.close(resolve))
  return { origin: `http://127.0.0.1:${address.port}`, close }
}

const registered: Pick<Surroundings, 'scheme'> = { scheme: async () => ({ registered: true, detail: 'Links come here.' }) }
const noPort = () => Promise.reject(Object.assign(new Error('listen'), { code: 'EACCES' }))

function doctor(origin: () => Promise<string>, surroundings = registered) {
  const engine = new FakeEngine()
  const reaches: unknown[] = []
  engine.useCases.callback.transports = async ({ callbackOrigin, deepLinks }) => {
    reaches.push({ callbackOrigin, deepLinks })
    return []
  }
  return { reaches, found: new CallbackDoctor({ engine, origin, check: new CallbackCheck(), surroundings }).examine(owner) }
}

test.each([200, 302, 404])('an answer of something else on the port (%d) is not taken for ours', async (status) => {
  const { origin, close } = await stranger(status)
  onTestFinished(async () => void (await close()))
  const { loopback } = await doctor(async () => origin).found
  expect(loopback).toEqual({ result: 'fails', detail: expect.stringContaining(`HTTP ${status}`) })
})

test('a port that refuses is named by what the system said', async () => {
  const { origin, close } = await stranger(200)
  await close()
  const { loopback } = await doctor(async () => origin).found
  expect(loopback).toEqual({ result: 'fails', detail: expect.stringContaining('ECONNREFUSED') })
})

test('where no port can be opened, that is what is wrong, and answers are not expected there', async () => {
  const { found, reaches } = doctor(noPort)
  expect((await found).loopback).toEqual({ result: 'fails', detail: expect.stringContaining('EACCES') })
  expect(reaches).toEqual([{ callbackOrigin: null, deepLinks: true }])
})

test.each([
  ['come here', { registered: true, detail: 'Links come here.' }, 'works'],
  ['open another program', { registered: false, detail: 'Links open another program.' }, 'fails'],
])('links that %s: the shell’s own sentence', async (_, status, result) => {
  const { deepLink } = await doctor(noPort, { scheme: async () => status }).found
  expect(deepLink).toEqual({ result, detail: status.detail })
})

test('under serve there are no links', async () => {
  const { deepLink } = await doctor(noPort, { scheme: async () => undefined }).found
  expect(deepLink).toEqual({ result: 'not_here', detail: expect.stringMatching(/^[A-Z].*\.$/) })
})

test('a shell that does not answer is no reason to expect links, and does not stop an authorization', async () => {
  const silent = { scheme: () => Promise.reject(new ShellFailure('silent', 'It did not answer.')) }
  const { found, reaches } = doctor(noPort, silent)
  expect((await found).deepLink).toEqual({ result: 'fails', detail: 'It did not answer.' })
  expect(reaches).toEqual([{ callbackOrigin: null, deepLinks: false }])
})

test('a defect is not taken for a way that is closed', async () => {
  const broken = () => Promise.reject(new TypeError('a defect'))
  await expect(reachOf(broken, registered)).rejects.toThrow(TypeError)
  await expect(reachOf(noPort, { scheme: broken })).rejects.toThrow(TypeError)
})
