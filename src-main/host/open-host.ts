import { join } from 'node:path'
import type { Actor } from '../../src-shared/domain/actor'
import { hostFileWords } from '../../src-shared/words/en/host-file'
import type { Engine } from '../engine/engine'
import type { Clock, Logger } from '../engine/port'
import { ClientStore } from './access/client-store'
import { actorOf, type People } from './access/people'
import { ensureTokenFile } from './access/token-file'
import { AutoLock } from './auto-lock'
import { takeDataFolder } from './data-folder'
import { LiveSettings } from './live-settings'
import { lockNow } from './lock-now'
import type { OpenEngineOptions } from './open-engine'
import { operatedEngine } from './operator/operated-engine'
import type { CleanUp } from './serve/clean-up'
import { type Demo, type DemoControl, demoPeople, loadDemo, startDemo } from './serve/demo'
import type { Surroundings } from './surroundings/surroundings'
import { systemClock } from './system-clock'
import { usualReceiveFolder } from './usual-receive-folder'
import { VaultWatch } from './vault-watch'

export interface HostOptions {
  /** Absolute. */
  folder: string
  demo: boolean
  logger: Logger
  openEngine(options: OpenEngineOptions): Promise<Engine>
  /** The system's unless said. */
  clock?: Clock
}

/** What stands around a vault in every host. */
export interface OpenHost {
  engine: Engine
  watch: VaultWatch
  people: People
  /** Whose vault it is. */
  owner: Actor
  clients: ClientStore
  /** The owner's settings, once the vault was open. */
  settings: LiveSettings
  /** Locks the vault that nobody uses, as its owner said. */
  autoLock: AutoLock
  /** Holds the owner's token, once begun. */
  tokenFile: string
  /** What can be made to happen elsewhere; undefined without a demo, and before it has begun. */
  demoControl(): DemoControl | undefined
  /**
   * Writes the token files, and starts the demo where there is one: its vault is made last.
   * @param origin where providers redirect to; asked by the demo alone, which compares such addresses whole
   */
  begin(origin: () => Promise<string>): Promise<Demo | undefined>
}

/**
 * Takes the folder and opens what is in it, in the order that leaves one untouched that cannot be used: its lock, the vault's
 * header, the clients, and only with `begin` whatever is written. What must be undone is added to `cleanUp`.
 */
export async function openHost(options: HostOptions, surroundings: Surroundings, cleanUp: CleanUp): Promise<OpenHost> {
  const { folder, logger, clock = systemClock } = options
  const data = await takeDataFolder(folder)
  cleanUp.add(() => data.release())

  let demo: Demo | undefined
  // Before the engine, so that it ends after it: a command in hand may still be talking to it.
  cleanUp.add(async () => demo?.close())
  const vault = await options.openEngine({
    folder,
    demo: options.demo,
    endpoints: () => demo?.endpoints ?? {},
    firstApps: () => demo?.firstApps ?? {},
    program: surroundings.kind,
    keychain: surroundings.keychain,
    anchors: surroundings.anchors,
    receiving: async () => ({
      owner,
      usualFolder: await usualReceiveFolder(surroundings, { ...options, dataFolder: folder, clock }),
    }),
    logger,
  })
  cleanUp.add(() => vault.close())
  const watch = new VaultWatch(vault)

  const demoModule = options.demo ? await loadDemo() : undefined
  const known = demoModule && demoPeople(demoModule)
  const clients = await ClientStore.open({ folder, clock, logger, people: known })
  cleanUp.add(() => clients.close())
  const people: People = known ?? { ...clients.people, others: [] }
  const provided = () => demo?.operatorFile
  const { engine, close } = operatedEngine(watch.engine, { folder, org: people.org, logger, provided })
  cleanUp.add(close)

  const owner = actorOf(people, people.owner.subject)
  const settings = new LiveSettings(engine, owner, logger)
  const autoLock = new AutoLock(clock, () => lockNow(engine, logger))
  settings.onChange((known) => autoLock.follow(known))
  for (const watcher of [autoLock, settings]) watch.add(watcher)

  const tokenFiles = { owner: join(folder, 'api-token'), teammate: join(folder, 'demo', 'teammate-token') }
  return {
    engine,
    watch,
    people,
    owner,
    clients,
    settings,
    autoLock,
    tokenFile: tokenFiles.owner,
    demoControl: () => demo?.control,
    async begin(origin) {
      // Also what writes down who the owner is, when the folder is new.
      await ensureTokenFile(clients, tokenFiles.owner, hostFileWords.ownerOfFolder, people.owner.subject)
      if (demoModule === undefined) return undefined
      const vaultExists = engine.state() !== 'absent'
      demo = await startDemo(demoModule, { folder, origin: await origin(), tokenFiles, vaultExists })
      for (const other of people.others) await ensureTokenFile(clients, tokenFiles.teammate, other.label, other.subject)
      await demo.prepareVault(engine)
      return demo
    },
  }
}
