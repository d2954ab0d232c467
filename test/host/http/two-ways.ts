import { request } from 'node:http'
import { FakeEngine } from '../../fakes/engine'
import { testServer } from './test-server'

export interface Asked {
  method?: string
  path: string
  /** Name, value, name, value: so that one can come twice. */
  headers?: string[]
  body?: string | Buffer
  token?: string
}

/** The same server twice over: one that may answer directly, and one that has the general way alone. What it left to that is noted. */
export async function twoWays(makeEngine = () => new FakeEngine()) {
  const [fast, general] = [await testServer({ engine: makeEngine() }), await testServer({ engine: makeEngine() })]
  const left: string[] = []
  fast.serve({
    app: fast.app,
    direct: (incoming, outgoing, otherwise) =>
      fast.direct?.(incoming, outgoing, (body) => {
        left.push(`${incoming.method} ${incoming.url}`)
        otherwise(body)
      }),
  })
  general.serve({ app: general.app })
  const both = async (asked: Asked) => [await ask(fast, asked), await ask(general, asked)] as const
  return { fast, general, left, both }
}

export const ask = ({ port, ownerToken }: { port: number; ownerToken: string }, asked: Asked) =>
  new Promise<object>((resolve, reject) => {
    const { method = 'GET', path, headers = [], body, token = ownerToken } = asked
    const hasType = headers.some((name) => /^content-type$/i.test(name))
    const all = [
      ...['Host', `127.0.0.1:${port}`, ...(token === '' ? [] : ['Authorization', `Bearer ${token}`])],
      ...(body === undefined || hasType ? [] : ['Content-Type', 'application/json']),
      ...(body === undefined || headers.includes('Transfer-Encoding') ? [] : ['Content-Length', String(Buffer.byteLength(body))]),
      ...headers,
    ]
    const sent = request({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, async (response) => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      const { date: _, ...kept } = response.headers
      const isChunked = kept['transfer-encoding'] !== undefined
      const length = isChunked ? undefined : Number(kept['content-length'] ?? 0)
      resolve({
        status: response.statusCode,
        headers: kept,
        isWhole: length === Buffer.byteLength(text),
        text: asTold(text, port),
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Without what is another each time. */
export const asTold = (text: string, port: number): string =>
  text
    .replaceAll(String(port), 'PORT')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')
    .replaceAll(/client_\w{26}/g, 'CLIENT')
    .replaceAll(/"token":"[^"]+"/g, '"token":"TOKEN"')
