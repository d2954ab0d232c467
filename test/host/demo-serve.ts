import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../src-main/engine'
import { openSession } from '../../src-main/engine/session'
import { readWaysIn } from '../../src-main/engine/vault/ways-in'
import type { OpenEngineOptions } from '../../src-main/host/open-engine'
import { startServe } from '../../src-main/host/serve/start-serve'
import { systemClock } from '../../src-main/host/system-clock'
import type { ConnectionView } from '../../src-shared/contract/connection'
import { approve } from '../demo/consent'
import { cheapKdf, quickDerive } from '../engine/vault/vault-fixture'
import { FakeFiles } from '../fakes/files'
import { FakeLogger } from '../fakes/logger'

export type Who = 'owner' | 'teammate'

/** The real engine in this thread, on a disk in memory. */
async function openEngine({ endpoints, firstApps }: OpenEngineOptions) {
  const files = new FakeFiles()
  return createEngine({
    vaultExists: false,
    waysIn: () => readWaysIn({ files, clock: systemClock }),
    startSession: async (how, publish) => {
      const ports = {
        clock: systemClock,
        files,
        logger: new FakeLogger(),
        fetch,
        random: Math.random,
        derive: quickDerive,
        publish,
      }
      const session = await openSession(ports, { demo: true, endpoints: endpoints(), firstApps: firstApps(), kdf: cheapKdf }, how)
      return { ...session, died: new Promise<void>(() => undefined) }
    },
  })
}

/** `serve --demo` in this process, over HTTP, with the real engine. */
export async function startDemoServe() {
  const folder = await mkdtemp(join(tmpdir(), 'connect-demo-'))
  const logger = new FakeLogger()
  const serve = await startServe({ folder, demo: true, port: 0, rendererFolder: '/nowhere', version: '0', logger, openEngine })

  async function call<T>(method: string, path: string, body?: unknown, who: Who = 'owner') {
    const tokenFile = serve.ready.demo?.actors[who].tokenFile ?? ''
    const headers = { Authorization: `Bearer ${await readFile(tokenFile, 'utf8')}`, 'Content-Type': 'application/json' }
    const answer = await fetch(`${serve.ready.api}${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as T }
  }
  const connectionOf = async (id: string, who: Who = 'owner') =>
    (await call<ConnectionView>('GET', `/connect/connections/${id}`, undefined, who)).body

  /** Adds a connection by consent; answers its id. */
  async function add(type: string, who: Who = 'owner', button?: string): Promise<string> {
    const started = await call<{ authorizationUrl: string; authorizationId: string }>(
      'POST',
      `/connect/types/${type}/authorizations`,
      {},
      who,
    )
    await fetch(await approve(started.body.authorizationUrl, button), { redirect: 'manual' })
    const { body } = await call<{ connectionId?: string }>(
      'GET',
      `/connect/authorizations/${started.body.authorizationId}`,
      undefined,
      who,
    )
    if (body.connectionId === undefined) throw new Error(`no connection was made: ${JSON.stringify(body)}`)
    return body.connectionId
  }

  return {
    ready: serve.ready,
    call,
    add,
    connectionOf,
    close: async () => {
      await serve.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type DemoServe = Awaited<ReturnType<typeof startDemoServe>>
