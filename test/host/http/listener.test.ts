import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createBaseApp } from '../../../src-main/host/http/base-app'
import type { Environment } from '../../../src-main/host/http/environment'
import { listen } from '../../../src-main/host/http/listener'
import { FakeLogger } from '../../fakes/logger'

/** A server with one route that answers when told to. */
async function slowServer() {
  const listener = await listen(0)
  let answer = () => {}
  let asked = () => {}
  const underway = new Promise<void>((resolve) => {
    asked = resolve
  })
  const slow = new Hono<Environment>().get('/slow', async (c) => {
    asked()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return c.text('finished')
  })
  listener.serve({ app: createBaseApp(new FakeLogger()).route('/', slow) })
  return { ...listener, underway, answer: () => answer() }
}

test('closing lets the request in hand finish, and takes no new one', async () => {
  const server = await slowServer()
  const response = fetch(`${server.origin}/slow`).then((each) => each.text())
  await server.underway
  const closed = server.close(60_000)
  await expect(fetch(server.origin)).rejects.toThrow()
  server.answer()
  expect(await response).toBe('finished')
  await closed
})

test('a request that comes over a connection still held while closing is told 503, not begun', async () => {
  const server = await slowServer()
  const socket = connect(server.port, '127.0.0.1').setEncoding('utf8')
  const request = `GET /slow HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`
  // Half of the second comes with the first, so that the connection is not idle in between.
  socket.write(request + request.slice(0, 20))
  await server.underway
  const closed = server.close(60_000)
  server.answer()
  let answers = ''
  for await (const chunk of socket) {
    answers += chunk
    if (chunk.includes('finished')) socket.write(request.slice(20))
  }
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503'])
  await closed
})

test('a request that never finishes is cut off when the grace is over', async () => {
  const server = await slowServer()
  const response = fetch(`${server.origin}/slow`)
  const cutOff = expect(response).rejects.toThrow()
  await server.underway
  await server.close(1)
  await cutOff
})

test('closing does not wait for those that have said nothing, or not all of it', async () => {
  const server = await slowServer()
  const [silent, half] = [connect(server.port, '127.0.0.1'), connect(server.port, '127.0.0.1')]
  half.write(`POST /slow HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 9\r\n\r\n{`)
  for (const socket of [silent, half]) socket.on('error', () => {})
  await fetch(server.origin)
  await server.close(60_000)
})

test('before there is an app, requests are told that the server is not ready', async () => {
  const listener = await listen(0)
  const response = await fetch(`${listener.origin}/api/health`)
  expect([response.status, (await response.json()).code]).toEqual([503, 'VAULT_UNAVAILABLE'])
  await listener.close(0)
})

test('it listens on 127.0.0.1 alone, and says which port is taken', async () => {
  const listener = await listen(0)
  expect(listener.origin).toBe(`http://127.0.0.1:${listener.port}`)
  await expect(fetch(`http://127.0.0.2:${listener.port}/`)).rejects.toThrow()
  await expect(listen(listener.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await listener.close(0)
})
