import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { JsonClient } from './json-client'
import { NoPeer, type Peers } from './peer-packages'

const TOKEN = 'a token for the bench'.replaceAll(' ', '-')
const INTEGRATION = 'example'
const TEMPLATE = 'key'

/** An API with one operation and one key, which connections are made for. No request ever goes to it. */
const example = {
  openapi: '3.0.0',
  info: { title: 'Example', version: '1' },
  servers: [{ url: 'https://api.example.com' }],
  paths: { '/me': { get: { operationId: 'me', responses: { 200: { description: 'ok' } } } } },
}

/**
 * `executor web` on the loopback, with folders of its own and nothing of the computer's keychain (there is none for a server): its
 * secrets go where it puts them then, into a file.
 */
export class ExecutorServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: JsonClient,
  ) {}

  /** Ready, with an integration. Throws `NoPeer` where it does not start. */
  static async start(peers: Peers, folder: string): Promise<ExecutorServer> {
    const home = join(folder, 'home')
    await mkdir(home, { recursive: true })
    const port = await freePort()
    const args = ['web', '--port', String(port), '--auth-token', TOKEN, '--scope', home]
    const env = { PATH: process.env.PATH, HOME: home, EXECUTOR_DATA_DIR: join(folder, 'data'), EXECUTOR_SCOPE_DIR: home }
    const child = spawn(peers.executor(), args, { cwd: home, env, stdio: ['ignore', 'pipe', 'ignore'] })
    await ready(child)
    const client = new JsonClient(`http://127.0.0.1:${port}/api`, TOKEN)
    await client.text('POST', '/openapi/specs', {
      spec: { kind: 'blob', value: JSON.stringify(example) },
      slug: INTEGRATION,
      baseUrl: 'https://api.example.com',
      authenticationTemplate: [
        { slug: TEMPLATE, type: 'apiKey', headers: { Authorization: ['Bearer ', { type: 'variable', name: 'token' }] } },
      ],
    })
    return new ExecutorServer(child, client)
  }

  async create(index: number, label: string, value: string): Promise<void> {
    const name = `c${index}`
    const place = { owner: 'user', integration: INTEGRATION, template: TEMPLATE }
    await this.client.text('POST', '/connections', { ...place, name, identityLabel: label, value })
  }

  /** All of them: it has no pages. How many. */
  async list(): Promise<number> {
    return (await this.client.call<unknown[]>('GET', '/connections')).length
  }

  async get(index: number): Promise<void> {
    await this.client.text('GET', `/connections/user/${INTEGRATION}/c${index}`)
  }

  async stop(): Promise<void> {
    this.client.close()
    const exited = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await exited
  }
}

/** Once it says so. */
async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('its standard output is not piped')
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('Executor is ready')) return child.stdout.resume() && undefined
  throw new NoPeer('`executor web` ended before it was ready')
}

/** It has no way to take any port and say which. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
