import { join } from 'node:path'
import type { Program } from '../../src-shared/domain/default-settings'
import type { Engine } from '../engine/engine'
import type { Logger } from '../engine/port'
import { ClientStore } from './access/client-store'
import type { People } from './access/people'
import { ensureTokenFile } from './access/token-file'
import { takeDataFolder } from './data-folder'
import type { OpenEngineOptions } from './open-engine'
import { operatedEngine } from './operator/operated-engine'
import type { CleanUp } from './serve/clean-up'
import { type Demo, demoPeople, loadDemo, startDemo } from './serve/demo'
import { systemClock } from './system-clock'
import { VaultWatch } from './vault-watch'

export interface HostOptions {
  /** Absolute. */
  folder: string
  demo: boolean
  logger: Logger
  openEngine(options: OpenEngineOptions): Promise<Engine>
}

/** What stands around a vault in every host. */
export interface OpenHost {
  engine: Engine
  watch: VaultWatch
  people: People
  clients: ClientStore
  /** Holds the owner's token, once begun. */
  tokenFile: string
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
export async function openHost(options: HostOptions, kind: Program['kind'], cleanUp: CleanUp): Promise<OpenHost> {
  const { folder, logger } = options
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
    program: kind,
    logger,
  })
  cleanUp.add(() => vault.close())
  const watch = new VaultWatch(vault)

  const demoModule = options.demo ? await loadDemo() : undefined
  const known = demoModule && demoPeople(demoModule)
  const clients = await ClientStore.open({ folder, clock: systemClock, logger, people: known })
  cleanUp.add(() => clients.close())
  const people: People = known ?? { ...clients.people, others: [] }
  const provided = () => demo?.operatorFile
  const { engine, close } = operatedEngine(watch.engine, { folder, org: people.org, logger, provided })
  cleanUp.add(close)

  const tokenFiles = { owner: join(folder, 'api-token'), teammate: join(folder, 'demo', 'teammate-token') }
  return {
    engine,
    watch,
    people,
    clients,
    tokenFile: tokenFiles.owner,
    async begin(origin) {
      // Also what writes down who the owner is, when the folder is new.
      await ensureTokenFile(clients, tokenFiles.owner, 'Owner of this data folder', people.owner.subject)
      if (demoModule === undefined) return undefined
      demo = await startDemo(demoModule, { folder, origin: await origin(), tokenFiles })
      for (const other of people.others) await ensureTokenFile(clients, tokenFiles.teammate, other.label, other.subject)
      await demo.prepareVault(engine)
      return demo
    },
  }
}
