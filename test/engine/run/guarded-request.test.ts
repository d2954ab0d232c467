import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Injection } from '../../../src-main/engine/provider/injection'
import { guardedRequest, type NodeRequest } from '../../../src-main/engine/run/guarded-request'

const secret = 'secret-token-of-the-connection'
const never = new AbortController().signal

interface Seen {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

/** A server of its own origin that answers as the test says. */
async function server(answer: (request: Seen, response: ServerResponse) => void = (_, response) => response.end('fine')) {
  const seen: Seen[] = []
  const http = createServer(async (request, response) => {
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: await text(request) }
    seen.push(one)
    answer(one, response)
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => {
    http.closeAllConnections()
    http.close()
  })
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, seen }
}

type Server = Awaited<ReturnType<typeof server>>

let own: Server
let elsewhere: Server
let carried: Injection

/** Where the own server leads on to. */
let leadsTo: { status: number; location: string } | undefined

beforeEach(async () => {
  leadsTo = undefined
  own = await server((_, response) => {
    if (leadsTo === undefined) return void response.end('fine')
    response.writeHead(leadsTo.status, { location: leadsTo.location }).end()
    leadsTo = undefined
  })
  elsewhere = await server()
  carried = { headers: { authorization: `Bearer ${secret}` }, query: { api_key: secret }, origins: [own.origin] }
})

const ask = (url: string, more: Partial<NodeRequest> = {}, injections = [carried]) =>
  guardedRequest(fetch, { method: 'GET', url, ...more }, injections, never)

describe('with a connection', () => {
  test('it is carried to the origin that is declared', async () => {
    const { status, bytes } = await ask(`${own.origin}/path?a=1`)
    expect([status, bytes.toString()]).toEqual([200, 'fine'])
    expect(own.seen[0]).toMatchObject({ url: `/path?a=1&api_key=${secret}`, headers: { authorization: `Bearer ${secret}` } })
  })

  const strange: [string, (servers: { own: Server; elsewhere: Server }) => string][] = [
    ['another port', ({ elsewhere }) => elsewhere.origin],
    ['another host', () => 'https://example.com/'],
    ['the same host by its name', ({ own }) => `http://localhost:${own.port}/`],
    ['another writing of the same host', ({ own }) => `http://[::1]:${own.port}/`],
    ['encrypted instead of not', ({ own }) => `https://127.0.0.1:${own.port}/`],
    ['a user in the address', ({ own }) => `http://user:pass@127.0.0.1:${own.port}/`],
    ['a user who looks like the host', ({ own, elsewhere }) => `http://127.0.0.1:${own.port}@127.0.0.1:${elsewhere.port}/`],
    ['an empty user', ({ own }) => `http://@127.0.0.1:${own.port}/`],
    ['a backslash for a slash', ({ own, elsewhere }) => `http://127.0.0.1:${elsewhere.port}\\@127.0.0.1:${own.port}/`],
    ['a tab in the host', ({ own }) => `http://127.0\t.0.1:${own.port}/`],
    ['a line break in front', ({ own }) => `\n${own.origin}`],
    ['no scheme', ({ own }) => `//127.0.0.1:${own.port}/`],
    ['one slash', ({ own }) => `http:/127.0.0.1:${own.port}/`],
    ['a file', () => 'file:///etc/passwd'],
    ['data', () => 'data:text/plain,hello'],
    ['nothing', () => ''],
    ['the host as a longer one’s beginning', ({ own }) => `http://127.0.0.1:${own.port}.example.com/`],
  ]

  test.each(strange)('%s is refused before anything is sent', async (_, url) => {
    await expect(ask(url({ own, elsewhere }))).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
    expect([...own.seen, ...elsewhere.seen]).toEqual([])
  })

  test('plain http is refused where https is declared', async () => {
    const https = { ...carried, origins: ['https://api.example.com'] }
    await expect(ask('http://api.example.com/', {}, [https])).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
  })

  test('where two are carried, both have to be declared for it', async () => {
    const other = { ...carried, origins: [elsewhere.origin] }
    await expect(ask(own.origin, {}, [carried, other])).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
    expect(own.seen).toEqual([])
  })

  test.each([301, 302, 303, 307, 308])('a %i to another origin is not followed', async (status) => {
    leadsTo = { status, location: elsewhere.origin }
    await expect(ask(own.origin)).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
    expect(elsewhere.seen).toEqual([])
  })

  test.each(['//127.0.0.1:PORT/', 'http://user@127.0.0.1:OWN/', 'javascript:alert(1)', 'https://127.0.0.1:OWN/'])(
    'a redirect to %s is not followed',
    async (location) => {
      leadsTo = { status: 302, location: location.replace('PORT', String(elsewhere.port)).replace('OWN', String(own.port)) }
      await expect(ask(own.origin)).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
      expect(elsewhere.seen).toEqual([])
    },
  )

  test('a redirect within the origin is followed with it, as RFC 9110 says', async () => {
    leadsTo = { status: 303, location: '/next' }
    await ask(`${own.origin}/first`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    expect(own.seen.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{}'],
      ['GET', ''],
    ])
    expect(own.seen[1]?.headers).toMatchObject({ authorization: `Bearer ${secret}` })
    expect(own.seen[1]?.headers['content-type']).toBeUndefined()
    leadsTo = { status: 307, location: '/next' }
    await ask(`${own.origin}/first`, { method: 'POST', body: '{}' })
    expect(own.seen.at(-1)).toMatchObject({ method: 'POST', body: '{}' })
  })

  test('a redirect without end is given up', async () => {
    const circle = await server((_, response) => response.writeHead(302, { location: '/' }).end())
    const injection = { ...carried, origins: [circle.origin] }
    await expect(ask(circle.origin, {}, [injection])).rejects.toMatchObject({ facts: { providerError: 'too_many_redirects' } })
    expect(circle.seen).toHaveLength(6)
  })

  test('no header of the node stands in its place', async () => {
    await ask(own.origin, { headers: { authorization: 'Bearer other' } })
    expect(own.seen[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  })
})

describe('without a connection', () => {
  test('a redirect to another host is followed, without what was meant for the first', async () => {
    leadsTo = { status: 302, location: elsewhere.origin }
    const { status } = await ask(
      own.origin,
      { headers: { authorization: 'Basic abc', 'x-api-key': 'k', accept: 'text/plain' } },
      [],
    )
    expect(status).toBe(200)
    expect(elsewhere.seen[0]?.headers).toMatchObject({ accept: 'text/plain' })
    expect(elsewhere.seen[0]?.headers.authorization).toBeUndefined()
    expect(elsewhere.seen[0]?.headers['x-api-key']).toBeUndefined()
  })

  test('unencrypted leaves this computer for nowhere, and from outside nothing leads into it', async () => {
    await expect(ask('http://example.com/', {}, [])).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
    const outside = async () => new Response(null, { status: 302, headers: { location: own.origin } })
    const request = { method: 'GET', url: 'https://example.com/' }
    await expect(guardedRequest(outside, request, [], never)).rejects.toMatchObject({ facts: { code: 'HOST_NOT_ALLOWED' } })
  })
})

describe('an answer', () => {
  test('is taken up to its bound, and not beyond', async () => {
    const large = await server((_, response) => response.end(Buffer.alloc(100)))
    const bounded = (maxBytes: number) => guardedRequest(fetch, { method: 'GET', url: large.origin }, [], never, { maxBytes })
    expect((await bounded(100)).bytes).toHaveLength(100)
    await expect(bounded(99)).rejects.toMatchObject({ facts: { providerError: 'answer_too_large' } })
  })

  test('that does not come in time is a timeout, and one that is not wanted any more is given up', async () => {
    const silent = await server(() => undefined)
    const request = { method: 'GET', url: silent.origin }
    await expect(guardedRequest(fetch, request, [], never, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT' })
    const aborting = new AbortController()
    const asking = guardedRequest(fetch, request, [], aborting.signal)
    aborting.abort()
    await expect(asking).rejects.toMatchObject({ facts: { code: 'VAULT_LOCKED' } })
  })

  test('of nobody is unreachable, and says nothing of the request', async () => {
    const failing = async () => {
      throw new TypeError(`cannot connect with ${secret}`)
    }
    const asked = guardedRequest(failing, { method: 'GET', url: own.origin }, [carried], never)
    const error = await asked.catch((one: unknown) => one)
    expect(error).toMatchObject({ facts: { code: 'PROVIDER_ERROR', providerError: 'unreachable' } })
    expect(JSON.stringify(error)).not.toContain(secret)
  })
})
