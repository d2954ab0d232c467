import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { EngineError } from '../../engine/error'
import { unknownRoute } from './base-app'
import type { Environment, HttpApp } from './environment'
import { errorResponse } from './error-response'
import { OpenConnections } from './open-connections'
import { secure } from './security-headers'

/** How long a closing server waits for the rest of a request that it has only begun to receive. */
const REST_MS = 500

/** A server on 127.0.0.1, listening. */
export interface Listener {
  port: number
  /** For example `http://127.0.0.1:41234`. */
  origin: string
  /** Hands requests to an app from now on. Until then, and while closing, they are answered 503. */
  serve(app: HttpApp): void
  /** Takes no more requests and resolves when those underway are answered, or cut off after `graceMs`. */
  close(graceMs: number): Promise<void>
}

/** Listens on 127.0.0.1 alone; port 0 takes a free one. Rejects with Node's `EADDRINUSE` or `EACCES`. */
export async function listen(wantedPort: number): Promise<Listener> {
  // Node would answer a missing Host with a bare 400; it is judged with the others.
  const server = createServer({ requireHostHeader: false, requestTimeout: 30_000 })
  const port = await bind(server, wantedPort)
  const authority = `127.0.0.1:${port}`
  const origin = `http://${authority}`
  const connections = new OpenConnections(server)
  const known = new WeakMap<object, Pick<Environment['Bindings'], 'foreign' | 'body'>>()
  let served: HttpApp | undefined
  let closing = false

  const answer = getRequestListener(
    (request, env) => {
      // Before there is an app, and for those that still hold a connection when there is none any more.
      if (served === undefined || closing) return bareError(new EngineError('VAULT_UNAVAILABLE'))
      return served.app.fetch(request, { ...env, foreign: true, body: undefined, ...known.get(env.incoming) })
    },
    // Reached only by a request target that is no URL.
    { overrideGlobalObjects: false, errorHandler: () => bareError(unknownRoute()) },
  )
  server.on('request', (incoming, outgoing) => {
    if (closing) outgoing.shouldKeepAlive = false
    outgoing.once('close', () => closing && setImmediate(() => server.closeIdleConnections()))
    const foreign = isForeign(incoming, authority, origin)
    const otherwise = (body?: Uint8Array) => {
      known.set(incoming, { foreign, body })
      // The request's URL is built from it, and what it said has been judged.
      incoming.headers.host = authority
      void answer(incoming, outgoing)
    }
    if (foreign || closing || served?.direct === undefined) otherwise()
    else void served.direct(incoming, outgoing, otherwise)
  })

  return {
    port,
    origin,
    serve(next) {
      served = next
    },
    close(graceMs) {
      closing = true
      return new Promise((resolve) => {
        const rest = setTimeout(() => connections.endIncomplete(), REST_MS)
        const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(rest)
          clearTimeout(cutOff)
          resolve()
        })
      })
    },
  }
}

/** Each header as often as it was sent: of two, a proxy could have meant the other. */
function isForeign({ url = '', headersDistinct }: IncomingMessage, authority: string, origin: string): boolean {
  const { host = [], origin: origins = [] } = headersDistinct
  if (host.length !== 1 || host[0] !== authority || origins.length > 1 || (origins[0] ?? origin) !== origin) return true
  // A target with an authority of its own stands above Host (RFC 9112, section 3.2.2).
  return /^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith(`${origin}/`)
}

function bareError(error: EngineError): Response {
  const response = errorResponse(error)
  secure(response)
  return response
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('not a TCP address'))
      else resolve(address.port)
    })
  })
}
