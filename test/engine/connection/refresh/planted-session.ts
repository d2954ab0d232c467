import { setImmediate as turn } from 'node:timers/promises'
import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import type { Change } from '../../../../src-main/engine/engine'
import { openSession, type Session } from '../../../../src-main/engine/session'
import { createVault } from '../../../../src-main/engine/vault/create-vault'
import type { DecidedEvent } from '../../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../../src-main/engine/vault/vault-event'
import type { ConnectionView } from '../../../../src-shared/contract/connection'
import { Subject } from '../../../../src-shared/domain/identifiers'
import { FakeClock } from '../../../fakes/clock'
import { FakeFiles } from '../../../fakes/files'
import { FakeLogger } from '../../../fakes/logger'
import { cheapKdf, password, quickDerive } from '../../vault/vault-fixture'
import { TokenNetwork } from './token-network'

const minute = 60_000

export const ada = {
  actor: { subject: Subject.parse('ada'), label: 'Ada', org: 'org_test', owner: true },
  callbackOrigin: 'http://127.0.0.1:41234',
}

export const slackClient = { clientId: '1.2', clientSecret: 'slack-client-secret', signingSecret: 'slack-signing-secret' }

/** A connection that is put into the vault as if it had been authorized. */
export interface Planted {
  /** Its refresh token; its access token is `access of` that. */
  token: string

  isRefreshable?: boolean
  host?: string
  /** A bot token of this workspace instead, of an app with token rotation. */
  slackTeam?: string
  lifetimeMs?: number | null
}

export interface PlantedSession {
  session: Session
  readonly ids: readonly string[]
  clock: FakeClock
  files: FakeFiles
  logger: FakeLogger
  network: TokenNetwork
  changes: Change[]
  /** What a request would carry. */
  use(id?: string): Promise<string | undefined>
  view(id?: string): Promise<ConnectionView>
  views(): Promise<ConnectionView[]>
  /** Until nothing moves any more without time passing. */
  settle(): Promise<void>
  /** Lets time pass, timer by timer. */
  pass(milliseconds: number): Promise<void>
  /** Another life of the program, on what the disk holds now. */
  restart(how?: 'locked' | 'killed'): Promise<void>
}

/** A session over connections of `genericOAuth2` that are planted through the vault's own events, an hour of life each. */
export async function plantedSession(
  planted: readonly Planted[],
  { random = () => 0.5, after = 0 }: { random?: () => number; after?: number } = {},
): Promise<PlantedSession> {
  const clock = new FakeClock()
  const logger = new FakeLogger()
  const network = new TokenNetwork()
  const changes: Change[] = []
  let files = new FakeFiles()
  const ids = await plant(planted, { clock, files, logger })
  clock.advance(after)
  const open = () =>
    openSession(
      {
        clock,
        files,
        logger,
        random,
        fetch: network.fetch,
        derive: quickDerive,
        publish: (change) => changes.push(change),
      },
      { demo: false, endpoints: {}, firstApps: { slackApi: slackClient }, kdf: cheapKdf },
      { create: false, password },
    )
  const settle = async () => {
    let before = -1
    for (let quiet = 0; quiet < 3; ) {
      await turn()
      const now = files.syncs + network.asked.length * 1e4 + clock.timersSet * 1e8
      quiet = now === before ? quiet + 1 : 0
      before = now
    }
  }
  const [first = ''] = ids
  const running: PlantedSession = {
    session: await open(),
    ids,
    clock,
    get files() {
      return files
    },
    logger,
    network,
    changes,
    use: async (id = first) => (await running.session.resolve(ada.actor, id)).headers.authorization,
    view: (id = first) => running.session.useCases.connection.get(ada, { id: id as ConnectionView['id'] }),
    views: () => Promise.all(ids.map((id) => running.view(id))),
    settle,
    async pass(milliseconds) {
      const end = clock.monotonic() + milliseconds
      for (;;) {
        await settle()
        const next = clock.nextTimer()
        if (next === undefined || next > end) break
        clock.advance(Math.max(0, next - clock.monotonic()))
      }
      clock.advance(end - clock.monotonic())
      await settle()
    },
    async restart(how = 'locked') {
      if (how === 'killed') {
        files = files.copy()
        // The life that ends takes nothing back, and says nothing to anybody.
        running.session.close().catch(() => undefined)
      } else await running.session.close()
      running.session = await open()
    },
  }
  onTestFinished(async () => {
    const closing = running.session.close()
    // Whoever never answers is given a moment, of this clock.
    await running.pass(10_000)
    await closing
  })
  return running
}

async function plant(
  planted: readonly Planted[],
  ports: { clock: FakeClock; files: FakeFiles; logger: FakeLogger },
): Promise<string[]> {
  const vault = await createVault({ ...ports, derive: quickDerive }, { password, demo: false, kdf: cheapKdf })
  const added = planted.map((connection) => {
    const id = `cred_${ulid(ports.clock.now())}`
    return { id, event: { ...addedEvent(connection, id, ports.clock), secret: vault.sealSecret(id, secretOf(connection)) } }
  })
  const person = { subject: 'ada', label: 'Ada' }
  const events: DecidedEvent[] = added.map(({ event }) => event)
  await vault.commit({ actor: person, touches: [], decide: () => ({ events, result: () => undefined }) })
  await vault.close()
  return added.map(({ id }) => id)
}

const secretOf = ({ token, isRefreshable = true }: Planted): Record<string, string> => ({
  accessToken: `access of ${token}`,
  ...(isRefreshable ? { refreshToken: token } : {}),
})

function addedEvent(planted: Planted, record: string, clock: FakeClock): DecidedEvent {
  const { token, lifetimeMs = 60 * minute } = planted
  return {
    body: {
      kind: 'connection.added',
      record,
      data: {
        ...kindOf(planted),
        name: token,
        visibility: 'org',
        managed: false,
        owner: { subject: 'ada', label: 'Ada' },
        scopes: [],
        expiresAt: lifetimeMs === null ? null : new Date(clock.now() + lifetimeMs).toISOString(),
        reason: 'authorized',
      },
    },
  }
}

type Added = Extract<EventBody, { kind: 'connection.added' }>['data']

function kindOf({ token, host = 'one.example', slackTeam }: Planted): Pick<Added, 'type' | 'account' | 'details'> {
  if (slackTeam !== undefined) {
    const details = { teamId: slackTeam, appId: 'A1', botUserId: 'U1' }
    return { type: 'slackApi', account: { id: slackTeam, label: slackTeam }, details }
  }
  const origin = `https://${host}`
  const urls = { authorizeUrl: `${origin}/authorize`, tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke` }
  const account = { id: `account of ${token}`, label: token }
  return { type: 'genericOAuth2', account, details: { ...urls, clientId: 'client', origins: [origin] } }
}
