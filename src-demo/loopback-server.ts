import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerType, serve } from '@hono/node-server'

export interface LoopbackServer {
  /** Origin without a trailing slash. */
  url: string
  close(): Promise<void>
}

/** A Hono app, or whatever else answers; `env` has the request as Node has it. */
interface Served {
  fetch(request: Request, env: object): Response | Promise<Response>
}

/** Takes over a connection that is to speak something else than HTTP from here on. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown

/**
 * Serves an app on 127.0.0.1 alone, on a free port that the kernel picks. Rejects when it cannot listen.
 * @param upgrades by path; what asks for one elsewhere is cut
 */
export async function serveOnLoopback(app: Served, upgrades?: Record<string, UpgradeHandler>): Promise<LoopbackServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    // Node's own Request and Response stay in place: the engine runs in this process and depends on them.
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false }, () =>
      resolve(starting),
    )
    starting.once('error', reject)
  })
  const upgraded = new Set<Duplex>()
  if (upgrades !== undefined)
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      upgraded.add(socket.once('close', () => upgraded.delete(socket)))
      // Nobody else listens until the upgrade is done; a connection that breaks before is closed, and that is all.
      socket.on('error', () => undefined)
      const handle = upgrades[request.url?.split('?')[0] ?? '']
      if (handle === undefined) socket.destroy()
      else handle(request, socket, head)
    })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the demo server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
        for (const socket of upgraded) socket.destroy()
      }),
  }
}
