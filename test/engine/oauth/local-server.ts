import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface ReceivedRequest {
  path: string
  headers: IncomingMessage['headers']
  form: URLSearchParams
}

export interface LocalServer {
  /** Origin without a trailing slash. */
  url: string
  requests: ReceivedRequest[]
}

/** A real HTTP server on 127.0.0.1 that answers as the test says and keeps what it was sent; gone when the test ends. */
export async function localServer(answer: (response: ServerResponse) => void): Promise<LocalServer> {
  const requests: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers, form: new URLSearchParams(await text(request)) })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${address.port}`, requests }
}

/** Answers every request with this JSON. */
export const jsonServer = (body: unknown, status = 200, headers: Record<string, string> = {}): Promise<LocalServer> =>
  localServer((response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
