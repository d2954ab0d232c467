import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import type { Change } from '../../../src-main/engine/engine'
import { openSession, type Session } from '../../../src-main/engine/session'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import type { DeploymentView } from '../../../src-shared/contract/deployment'
import type { RecipeView } from '../../../src-shared/contract/recipe'
import type { RunNodeView, RunView } from '../../../src-shared/contract/run'
import type { ConnectionId } from '../../../src-shared/domain/identifiers'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeLogger } from '../../fakes/logger'
import { ada, grace } from '../session-fixture'
import { cheapKdf, password, quickDerive } from '../vault/vault-fixture'

export { ada, grace }

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

type Answer = (asked: Asked, response: ServerResponse) => void

export interface World {
  origin: string
  asked: Asked[]
  /** By path, without its query; anything else is answered 404. */
  answers: Record<string, Answer>
}

export const json =
  (body: unknown, status = 200): Answer =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** A real server on 127.0.0.1, of an origin of its own. */
async function world(): Promise<World> {
  const answers: World['answers'] = {}
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const one = { method, path: url, headers, body: await text(request) }
    asked.push(one)
    const answer = answers[url.replace(/\?.*$/, '')] ?? json({ error: 'no_such_path', message: 'Not Found' }, 404)
    answer(one, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { origin: `http://127.0.0.1:${address.port}`, asked, answers }
}

/** What requests of each connection carry. */
export const tokens = {
  slack: 'xoxb-token-of-slack-0123',
  identity: 'identity-token-of-ada-0123',
  m2m: 'm2m-token-of-the-operator-0123',
  key: 'api-key-entered-by-ada-0123',
}

type NodeIn = { id: string; kind: RunNodeView['kind']; params?: object; credential?: object; name?: string }
export interface RecipeIn {
  name?: string
  nodes: NodeIn[]
  edges?: { from: string; to: string; when?: boolean }[]
}

export interface RunSession {
  session: Session
  clock: FakeClock
  files: FakeFiles
  logger: FakeLogger
  changes: Change[]
  /** Where Slack, the Neurocad services and what HTTP requests ask all are. */
  world: World
  connections: { slack: ConnectionId; passport: ConnectionId; key: ConnectionId }
  import(recipe: RecipeIn, context?: typeof ada): Promise<RecipeView>
  /** Imports with the connections that nodes name bound (and so granted where private), and deploys. */
  deployed(recipe: RecipeIn, bindings?: Record<string, string>, context?: typeof ada): Promise<DeploymentView>
  run(deployment: DeploymentView, input?: object): Promise<RunView>
  reopen(how?: 'locked' | 'killed'): Promise<void>
}

/** A demo's session over planted connections of Ada's and the operator's, against one real server. */
export async function runSession(): Promise<RunSession> {
  const clock = new FakeClock()
  const logger = new FakeLogger()
  const changes: Change[] = []
  const served = await world()
  served.answers['/m2m/token'] = json({ access_token: tokens.m2m, token_type: 'Bearer', expires_in: 3600 })
  let files = new FakeFiles()
  const planted = await plant({ clock, files, logger })
  const open = () =>
    openSession(
      { clock, files, logger, fetch, random: () => 0.5, derive: quickDerive, publish: (change) => changes.push(change) },
      {
        demo: true,
        endpoints: { slackApi: { authorizeUrl: `${served.origin}/slack/authorize`, apiUrl: `${served.origin}/slack/` } },
        firstApps: {
          slackApi: { clientId: '1.2', clientSecret: 'slack-client-secret', signingSecret: 'slack-signing-secret' },
          neurocadUserIdentityApi: { issuer: served.origin, clientId: 'desktop', identityUrl: `${served.origin}/identity` },
        },
        kdf: cheapKdf,
      },
      { create: false, password },
    )
  const running: RunSession = {
    session: await open(),
    clock,
    logger,
    changes,
    world: served,
    connections: { ...planted, key: '' as ConnectionId },
    get files() {
      return files
    },
    async import(recipe, context = ada) {
      const { name = 'A recipe', nodes, edges = [] } = recipe
      const whole = nodes.map((node) => ({ name: node.id, params: {}, ...node }))
      return running.session.useCases.recipe.import(context, { format: 1, name, nodes: whole, edges } as never)
    },
    async deployed(recipe, bindings = {}, context = ada) {
      const { id } = await running.import(recipe, context)
      for (const [nodeId, connectionId] of Object.entries(bindings))
        await running.session.useCases.recipe.choose(context, { id, nodeId, connectionId: connectionId as ConnectionId })
      return running.session.useCases.deployment.deploy(context, { id })
    },
    run: ({ id }, input) =>
      running.session.useCases.deployment.run(ada, { id, ...(input === undefined ? {} : { input: input as never }) }),
    async reopen(how = 'locked') {
      if (how === 'killed') {
        files = files.copy()
        running.session.close().catch(() => undefined) // the life that ends says nothing to anybody
      } else await running.session.close()
      running.session = await open()
    },
  }
  await running.session.useCases.operator.provision(ada, operatorFile(served.origin))
  const key = await running.session.useCases.connection.create(ada, {
    type: 'genericApiKey',
    fields: { label: 'A service', placement: 'header', key: tokens.key, origins: served.origin },
  })
  running.connections.key = key.id
  onTestFinished(() => running.session.close())
  return running
}

const operatorFile = (origin: string) => ({
  kind: 'content' as const,
  trusted: true,
  content: JSON.stringify({
    format: 1,
    serviceApi: {
      tokenUrl: `${origin}/m2m/token`,
      clientId: 'operator',
      clientSecret: 'secret of the operator’s client',
      edaUrl: `${origin}/eda/`,
      mechanicalUrl: `${origin}/mechanical/`,
    },
    neurocadDesktopApi: { sessionManagerUrl: `${origin}/session-manager/` },
  }),
})

async function plant(ports: { clock: FakeClock; files: FakeFiles; logger: FakeLogger }) {
  const vault = await createVault({ ...ports, derive: quickDerive }, { password, demo: true, kdf: cheapKdf })
  const [slack, passport] = [`cred_${ulid(ports.clock.now())}`, `cred_${ulid(ports.clock.now())}`]
  const later = ports.clock.now() + 30 * 86_400_000
  const added = (record: string, data: Partial<Added>): EventBody => ({
    kind: 'connection.added',
    record,
    data: { ...base, ...data } as Added,
  })
  const person = { subject: ada.actor.subject, label: ada.actor.label }
  const base = {
    visibility: 'org',
    managed: false,
    owner: person,
    details: {},
    scopes: [],
    reason: 'authorized',
    expiresAt: null,
  }
  const slackDetails = { teamId: 'T1', appId: 'A1', botUserId: 'U1' }
  const events = [
    {
      body: added(slack, {
        type: 'slackApi',
        name: 'Acme',
        account: { id: 'T1', label: 'Acme' },
        details: slackDetails,
        scopes: ['chat:write', 'channels:read', 'channels:history'],
      }),
      secret: vault.sealSecret(slack, { accessToken: tokens.slack }),
    },
    {
      body: added(passport, {
        type: 'neurocadUserIdentityApi',
        name: 'Ada',
        visibility: 'private',
        account: { id: 'neurocad-ada', label: 'ada@example.com' },
        expiresAt: new Date(later).toISOString(),
      }),
      secret: vault.sealSecret(passport, {
        refreshToken: 'refresh-token-of-ada',
        accessToken: 'access-token-of-ada',
        accessExpiresAt: String(later),
        identityToken: tokens.identity,
      }),
    },
  ]
  await vault.commit({ actor: person, touches: [], decide: () => ({ events, result: () => undefined }) })
  await vault.close()
  return { slack: slack as ConnectionId, passport: passport as ConnectionId }
}

type Added = Extract<EventBody, { kind: 'connection.added' }>['data']

/** A run’s node by its id. */
export function nodeOf(run: RunView, id: string): RunNodeView {
  const node = run.nodes.find((one) => one.nodeId === id)
  if (node === undefined) throw new Error(`the run has no node ${id}`)
  return node
}

/** How each node ended, by its id. */
export const statuses = (run: RunView): Record<string, string> =>
  Object.fromEntries(run.nodes.map(({ nodeId, status }) => [nodeId, status]))
