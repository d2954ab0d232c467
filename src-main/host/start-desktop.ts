import { join } from 'node:path'
import type { Actor } from '../../src-shared/domain/actor'
import type { Engine } from '../engine/engine'
import type { Logger } from '../engine/port'
import { ClientStore } from './access/client-store'
import { actorOf, type People } from './access/people'
import { ensureTokenFile } from './access/token-file'
import { takeDataFolder } from './data-folder'
import { Loopback } from './loopback'
import { withCallbackAt } from './loopback-engine'
import { openEngine } from './open-engine'
import { operatedEngine } from './operator/operated-engine'
import { CleanUp } from './serve/clean-up'
import { type Demo, demoPeople, loadDemo, startDemo } from './serve/demo'
import { systemClock } from './system-clock'

interface Options {
  /** Absolute. */
  folder: string
  demo: boolean
  logger: Logger
}

export interface RunningDesktop {
  /** Opens the callback's address when an authorization starts. */
  engine: Engine
  /** Whoever sits at the window. The same person as under `serve`, because both read it from the data folder. */
  owner: Actor
  /** Finishes the commands in hand, locks the vault, and gives the folder back. */
  close(): Promise<void>
}

/** Starts what the window talks to, in the order that leaves a folder untouched where it cannot be opened. */
export async function startDesktop(options: Options): Promise<RunningDesktop> {
  const cleanUp = new CleanUp()
  try {
    return { ...(await start(options, cleanUp)), close: () => cleanUp.run() }
  } catch (error) {
    await cleanUp.run().catch(() => {})
    throw error
  }
}

async function start({ folder, logger, ...options }: Options, cleanUp: CleanUp): Promise<Omit<RunningDesktop, 'close'>> {
  const data = await takeDataFolder(folder)
  cleanUp.add(() => data.release())

  let demo: Demo | undefined
  // Before the engine, so that it ends after it: a command in hand may still be talking to it.
  cleanUp.add(async () => demo?.close())
  const vault = await openEngine({
    folder,
    demo: options.demo,
    endpoints: () => demo?.endpoints ?? {},
    firstApps: () => demo?.firstApps ?? {},
    program: 'desktop',
    logger,
  })
  cleanUp.add(() => vault.close())

  const demoModule = options.demo ? await loadDemo() : undefined
  const known = demoModule && demoPeople(demoModule)
  const clients = await ClientStore.open({ folder, clock: systemClock, logger, people: known })
  cleanUp.add(() => clients.close())
  const people: People = known ?? { ...clients.people, others: [] }
  const provided = () => demo?.operatorFile
  const operated = operatedEngine(vault, { folder, org: people.org, logger, provided })
  cleanUp.add(operated.close)

  const loopback = new Loopback(operated.engine, logger)
  cleanUp.add(() => loopback.close())
  const engine = withCallbackAt(operated.engine, () => loopback.origin())

  const tokenFiles = { owner: join(folder, 'api-token'), teammate: join(folder, 'demo', 'teammate-token') }
  // Also what writes down who the owner is, when the folder is new.
  await ensureTokenFile(clients, tokenFiles.owner, 'Owner of this data folder', people.owner.subject)
  if (demoModule) {
    // The demo's providers compare the callback's address whole, so it must be known when they start.
    demo = await startDemo(demoModule, { folder, origin: await loopback.origin(), tokenFiles })
    await demo.prepareVault(engine)
  }
  return { engine, owner: actorOf(people, people.owner.subject) }
}
