import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoPlatform, demoAccounts, startDemoPlatform } from '../../../src-demo'
import type { PassportOptions } from '../../../src-demo/platform'
import { createEngine, type RunningSession } from '../../../src-main/engine'
import type { CallContext, Change, Engine } from '../../../src-main/engine/engine'
import type { Fetch, Receiving } from '../../../src-main/engine/port'
import { openSession, type Session } from '../../../src-main/engine/session'
import { readWaysIn } from '../../../src-main/engine/vault/ways-in'
import type { Actor } from '../../../src-shared/domain/actor'
import { Subject } from '../../../src-shared/domain/identifiers'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeKeychain } from '../../fakes/keychain'
import { FakeLogger } from '../../fakes/logger'
import { cheapKdf, password, quickDerive } from '../vault/vault-fixture'

const callbackOrigin = 'http://127.0.0.1:41234'
export const redirectUri = `${callbackOrigin}/api/slackApi/oauth/callback`

const actor = (account: { subject: string; label: string }, owner: boolean): CallContext => ({
  actor: { subject: Subject.parse(account.subject), label: account.label, org: 'org_test', owner } satisfies Actor,
  callbackOrigin,
})
export const ada = actor(demoAccounts.owner, true)
export const grace = actor(demoAccounts.teammate, false)

export interface TestEngine {
  engine: Engine
  clock: FakeClock
  files: FakeFiles
  logger: FakeLogger
  keychain: FakeKeychain
  changes: Change[]
  /** The platform that is running now. */
  readonly demo: DemoPlatform
  /** As a recipe would, once there is one: of the session that is unlocked now. */
  resolve: Session['resolve']
  /** Of that session too. */
  webhooks(): Session['webhooks']
  /** Another start of the program: the platform on the same folder, at other addresses, and the vault unlocked again. */
  restart(): Promise<void>
  /** Again, after a lock: that ends who listened. */
  hearChanges(): void
  /** Replaces the network. */
  setFetch(next: Fetch): void
  stop(): Promise<void>
}

/** The real engine in this thread, on a disk in memory, against the real demo platform, with its apps entered. */
export async function startEngine(passport?: PassportOptions, receiving?: Receiving): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-demo-'))
  const startDemo = () => startDemoPlatform({ folder, origins: [callbackOrigin], actors: Object.values(demoAccounts), passport })
  let demo = await startDemo()
  let session: Session | undefined
  const clock = new FakeClock()
  const files = new FakeFiles()
  const logger = new FakeLogger()
  const keychain = new FakeKeychain()
  const changes: Change[] = []
  let network: Fetch = fetch
  const engine = createEngine({
    vaultExists: false,
    waysIn: () => readWaysIn({ files, clock, keychain }),
    startSession: async (how, publish): Promise<RunningSession> => {
      const ports = {
        clock,
        files,
        logger,
        keychain,
        random: Math.random,
        derive: quickDerive,
        publish,
        ...(receiving && { receiving }),
        fetch: ((url, init) => network(url, init)) satisfies Fetch,
      }
      session = await openSession(
        ports,
        {
          demo: false,
          endpoints: demo.endpoints,
          firstApps: demo.firstApps,
          kdf: cheapKdf,
        },
        how,
      )
      return { ...session, died: new Promise(() => undefined) }
    },
  })
  const subscribe = () => engine.subscribe({ change: (change) => changes.push(change), locked: () => undefined })
  await engine.create(password)
  subscribe()
  return {
    engine,
    clock,
    files,
    logger,
    keychain,
    changes,
    hearChanges: subscribe,
    get demo() {
      return demo
    },
    resolve: (actor, id) => (session ? session.resolve(actor, id) : Promise.reject(new Error('there is no session'))),
    webhooks() {
      if (!session) throw new Error('there is no session')
      return session.webhooks
    },
    async restart() {
      await engine.lock()
      await demo.close()
      demo = await startDemo()
      await engine.unlock({ password: password })
      subscribe()
    },
    setFetch: (next) => {
      network = next
    },
    stop: async () => {
      await engine.close()
      await demo.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** What the host does with a redirect. */
export const follow = (engine: Engine, redirect: string, type = 'slackApi') =>
  engine.useCases.callback.complete(ada, { type, query: new URL(redirect).search.slice(1) })
