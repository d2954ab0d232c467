import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEngine } from '../../../src-main/engine'
import { openSession } from '../../../src-main/engine/session'
import { readWaysIn } from '../../../src-main/engine/vault/ways-in'
import type { OpenEngineOptions } from '../../../src-main/host/open-engine'
import { type RunningServe, startServe } from '../../../src-main/host/serve/start-serve'
import { systemClock } from '../../../src-main/host/system-clock'
import type { ConnectionView } from '../../../src-shared/contract/connection'
import type { DirectoryCard, TypeView } from '../../../src-shared/contract/directory'
import { operatorConfig } from '../../engine/provider/managed/operator-entries'
import { cheapKdf, quickDerive } from '../../engine/vault/vault-fixture'
import { FakeFiles } from '../../fakes/files'
import { FakeLogger } from '../../fakes/logger'

const managed = ['serviceApi', 'neurocadDesktopApi'] as const
const types = [...managed, 'webhook_source'] as const

let folder: string
let serve: RunningServe
const ids = new Map<string, string>()

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
      const options = { demo: true, endpoints: endpoints(), firstApps: firstApps(), kdf: cheapKdf }
      const session = await openSession(ports, options, how)
      const owner = { subject: 'user_demo_ada', label: 'Ada', org: 'org', owner: true } as Parameters<typeof session.resolve>[0]
      const { source } = await session.webhooks.make(owner, 'Shop')
      ids.set('webhook_source', source.id)
      return { ...session, died: new Promise<void>(() => undefined) }
    },
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-managed-'))
  const logger = new FakeLogger()
  serve = await startServe({ folder, demo: true, port: 0, rendererFolder: '/nowhere', version: '0', logger, openEngine })
})
afterAll(async () => {
  await serve.close()
  await rm(folder, { recursive: true })
})

async function call<T>(method: string, path: string, body?: unknown, who: 'owner' | 'teammate' = 'owner') {
  const tokenFile = serve.ready.demo?.actors[who].tokenFile ?? ''
  const headers = { Authorization: `Bearer ${await readFile(tokenFile, 'utf8')}`, 'Content-Type': 'application/json' }
  const answer = await fetch(`${serve.ready.api}${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}

const typeView = (type: string) => call<TypeView>('GET', `/connect/types/${type}`).then(({ body }) => body)
const connections = (type: string) =>
  call<{ items: ConnectionView[] }>('GET', `/connect/connections?type=${type}`).then(({ body }) => body.items)

test('in a new demo both managed types are provisioned: their cards say so and count nothing', async () => {
  const { body: cards } = await call<DirectoryCard[]>('GET', '/connect/directory', undefined, 'teammate')
  const pills = cards.filter(({ type }) => managed.includes(type as 'serviceApi')).map(({ pill }) => pill)
  expect(pills).toEqual([{ kind: 'managed' }, { kind: 'managed' }])
  expect(cards.map(({ type }) => type)).not.toContain('webhook_source')
  for (const type of managed) {
    const [connection] = await connections(type)
    expect(connection).toMatchObject({ managed: true, status: 'active', statusReason: 'provisioned' })
    ids.set(type, connection?.id ?? '')
  }
})

test.each(
  types.flatMap((type) =>
    (
      [
        ['POST', '/connect/types/:type/authorizations', undefined],
        ['POST', '/connect/types/:type/connections', { fields: {} }],
        ['POST', '/connect/connections/:id/authorizations', undefined],
        ['PUT', '/connect/connections/:id/fields', { fields: {} }],
        ['PATCH', '/connect/connections/:id', { name: 'Mine' }],
        ['POST', '/connect/connections/:id/test', undefined],
        ['POST', '/connect/connections/:id/diagnosis', {}],
        ['DELETE', '/connect/connections/:id', undefined],
      ] as const
    ).map(([method, path, body]) => ({ type, method, path, body })),
  ),
)('$method $path of $type is nobody’s to do', async ({ type, method, path, body }) => {
  const [before] = await connections(type)
  const address = path.replace(':type', type).replace(':id', ids.get(type) ?? '')
  for (const who of ['owner', 'teammate'] as const) {
    expect(await call(method, address, body, who)).toMatchObject({
      status: 409,
      body: { code: 'TYPE_NOT_USER_MANAGED', data: { recovery: 'contact_operator' } },
    })
  }
  expect(await connections(type)).toEqual([before])
})

test('a file in the data folder wins over the demo’s own; its hosts wait for the owner, and for nobody else', async () => {
  const path = join(folder, 'operator.json')
  await writeFile(path, JSON.stringify(operatorConfig()), { mode: 0o644 })
  await vi.waitFor(async () => expect((await typeView('serviceApi')).operator?.problem).toContain('chmod 600'), { timeout: 5000 })
  await rm(path)
  await writeFile(path, JSON.stringify(operatorConfig()), { mode: 0o600 })
  const hosts = ['https://neurocad.example']
  await vi.waitFor(async () => expect((await typeView('serviceApi')).operator?.pendingHosts).toEqual(hosts), { timeout: 5000 })
  const [before] = await connections('serviceApi')
  expect(before?.details.edaUrl).toContain('http://127.0.0.1:')
  const confirmation = '/connect/types/serviceApi/confirmation'
  expect((await call('POST', confirmation, { hosts }, 'teammate')).status).toBe(403)
  expect((await call('POST', confirmation, { hosts: [...hosts, 'https://x.example'] })).status).toBe(409)
  expect((await call('POST', '/connect/types/slackApi/confirmation', { hosts })).status).toBe(409)
  expect((await connections('serviceApi'))[0]).toEqual(before)
  expect(await call('POST', confirmation, { hosts })).toMatchObject({ status: 200, body: { operator: { pendingHosts: [] } } })
  const [after] = await connections('serviceApi')
  expect(after).toMatchObject({ id: before?.id, details: { edaUrl: 'https://neurocad.example/eda/' } })
})
