import { ulid } from 'ulid'
import { onTestFinished } from 'vitest'
import type { StandaloneSessionManager } from '../../../src-demo/session-manager/standalone'
import type { Change } from '../../../src-main/engine/engine'
import type { Fetch, OpenSocket, ReceiveFolders } from '../../../src-main/engine/port'
import { openSession, type Session } from '../../../src-main/engine/session'
import { createVault } from '../../../src-main/engine/vault/create-vault'
import type { DecidedEvent } from '../../../src-main/engine/vault/vault'
import type { EventBody } from '../../../src-main/engine/vault/vault-event'
import { openSocket } from '../../../src-main/host/open-socket'
import type { DeliveryView, ReceiverView } from '../../../src-shared/contract/inbox'
import { temporarySessionManager, tokenOf } from '../../demo/temporary-session-manager'
import { FakeClock } from '../../fakes/clock'
import { FakeFiles } from '../../fakes/files'
import { FakeFolders } from '../../fakes/folders'
import { FakeLogger } from '../../fakes/logger'
import { ada } from '../session-fixture'
import { cheapKdf, password, quickDerive } from '../vault/vault-fixture'

export const usualFolder = '/home/ada/Downloads'

type Added = Extract<EventBody, { kind: 'connection.added' }>['data']

export interface Receiving {
  session: Session
  manager: StandaloneSessionManager
  clock: FakeClock
  files: FakeFiles
  folders: FakeFolders
  logger: FakeLogger
  changes: Change[]
  ids: { passport: string; service: string }
  /** Addresses and headers of every request and upgrade. */
  asked: { url: string; headers: Record<string, string> }[]
  list(query?: string): Promise<DeliveryView[]>
  receiver(): Promise<ReceiverView>
  /** Resolves with what `look` finds, now or after any change of the vault or the folders. */
  until<Found>(look: () => Promise<Found | undefined>): Promise<Found>
  becomes(state: ReceiverView['state']): Promise<ReceiverView>
  /** Once its only delivery, or the named one, is in this state. */
  delivery(state: DeliveryView['state'], name?: string): Promise<DeliveryView>
  /** Through the vault's own events, as a command would. */
  reopen(how?: 'locked' | 'killed'): Promise<void>
}

export interface Options {
  manager?: StandaloneSessionManager
  /** In place of folders in memory. */
  realFolders?: { folders: ReceiveFolders; usualFolder: string }
  passport?: Partial<Added> | null
  service?: Partial<Added> | null
  token?: string
}

/** A session whose owner has a Passport, with a session manager beside it. Time stands still unless the test moves it. */
export async function receivingSession(options: Options = {}): Promise<Receiving> {
  const manager = options.manager ?? (await temporarySessionManager())
  const clock = new FakeClock()
  const logger = new FakeLogger()
  const changes: Change[] = []
  const watching = new Set<() => void>()
  const asked: Receiving['asked'] = []
  let files = new FakeFiles()
  let folders = new FakeFolders()
  const ids = await plant(options, manager, { clock, files, logger })
  /** A life of the program; what is said of one that was killed reaches nobody. */
  const live = () => {
    const life = { isOver: false }
    const socket: OpenSocket = (url, headers, listener) => {
      asked.push({ url, headers })
      const real = openSocket(url, headers, {
        heard: (text) => life.isOver || listener.heard(text),
        closed: (end) => listener.closed(end),
      })
      return { send: (text) => life.isOver || real.send(text), close: () => real.close() }
    }
    const ask: Fetch = (url, init) => {
      asked.push({ url, headers: init.headers as Record<string, string> })
      return life.isOver ? Promise.reject(new Error('killed')) : fetch(url, init)
    }
    const lookAgain = () => {
      for (const look of [...watching]) look()
    }
    const publish = (change: Change) => {
      if (life.isOver) return
      changes.push(change)
      lookAgain()
    }
    folders.onChange = lookAgain
    const receiving = {
      openSocket: socket,
      folders: options.realFolders?.folders ?? folders,
      owner: ada.actor,
      usualFolder: options.realFolders?.usualFolder ?? usualFolder,
    }
    const ports = { clock, files, logger, fetch: ask, random: () => 0.5, derive: quickDerive, publish, receiving }
    const identity = { clientId: 'connect', issuer: 'http://127.0.0.1:9/', identityUrl: 'http://127.0.0.1:9/identity' }
    const start = { demo: true, endpoints: {}, firstApps: { neurocadUserIdentityApi: identity }, kdf: cheapKdf }
    return { life, open: () => openSession(ports, start, { create: false, password }) }
  }
  let current = live()
  const running: Receiving = {
    session: await current.open(),
    ...{ manager, clock, logger, changes, ids, asked },
    get files() {
      return files
    },
    get folders() {
      return folders
    },
    list: async (query) => (await running.session.useCases.inbox.list(ada, { query })).items,
    receiver: () => running.session.useCases.inbox.receiver(ada, undefined),
    until: (look) =>
      new Promise((resolve, reject) => {
        const again = () => {
          look().then((found) => {
            if (found === undefined) return
            watching.delete(again)
            resolve(found)
          }, reject)
        }
        watching.add(again)
        again()
      }),
    becomes: (state) =>
      running.until(async () => {
        const view = await running.receiver()
        return view.state === state ? view : undefined
      }),
    delivery: (state, name) =>
      running.until(async () =>
        (await running.list()).find((delivery) => delivery.state === state && (name === undefined || delivery.name === name)),
      ),
    async reopen(how = 'locked') {
      if (how === 'killed') {
        current.life.isOver = true
        const before = running.session
        files = files.copy()
        folders = folders.copy()
        // The life that ends takes nothing back, and says nothing to anybody.
        await before.close().catch(() => undefined)
      } else await running.session.close()
      current = live()
      running.session = await current.open()
    },
  }
  onTestFinished(() => running.session.close())
  return running
}

async function plant(
  { passport = {}, service = {}, token = tokenOf('ada') }: Options,
  manager: StandaloneSessionManager,
  ports: { clock: FakeClock; files: FakeFiles; logger: FakeLogger },
): Promise<Receiving['ids']> {
  const vault = await createVault({ ...ports, derive: quickDerive }, { password, demo: true, kdf: cheapKdf })
  const ids = { passport: `cred_${ulid(ports.clock.now())}`, service: `cred_${ulid(ports.clock.now())}` }
  const person = { subject: ada.actor.subject, label: ada.actor.label }
  const common = { name: 'Neurocad', owner: person, scopes: [], expiresAt: null, details: {} }
  const events: DecidedEvent[] = []
  if (passport !== null)
    events.push({
      body: {
        kind: 'connection.added',
        record: ids.passport,
        data: {
          ...common,
          ...{ type: 'neurocadUserIdentityApi', visibility: 'private', managed: false, reason: 'authorized' },
          account: { id: 'ada', label: 'ada@example.com' },
          ...passport,
        },
      },
      secret: vault.sealSecret(ids.passport, {
        ...{ refreshToken: 'refresh', accessToken: 'access', accessExpiresAt: '9999999999999' },
        identityToken: token,
      }),
    })
  if (service !== null)
    events.push({
      body: {
        kind: 'connection.added',
        record: ids.service,
        data: {
          ...common,
          ...{ type: 'neurocadDesktopApi', visibility: 'org', managed: true, reason: 'provisioned' },
          account: { id: 'host', label: 'host' },
          details: { sessionManagerUrl: manager.url },
          ...service,
        },
      },
      secret: vault.sealSecret(ids.service, {}),
    })
  await vault.commit({ actor: person, touches: [], decide: () => ({ events, result: () => undefined }) })
  await vault.close()
  return ids
}

export { ada }
