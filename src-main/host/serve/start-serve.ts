import { join } from 'node:path'
import { exitCode } from '../../../src-shared/bridge/exit-code'
import { endEventStreams } from '../../engine/api/shared-state'
import type { Engine } from '../../engine/engine'
import type { Logger } from '../../engine/port'
import { ClientStore } from '../access/client-store'
import type { People } from '../access/people'
import { SessionStore } from '../access/session-store'
import { ensureTokenFile } from '../access/token-file'
import { takeDataFolder } from '../data-folder'
import { type Listener, listen } from '../http/listener'
import { createServeApp } from '../http/serve-app'
import type { OpenEngineOptions } from '../open-engine'
import { operatedEngine } from '../operator/operated-engine'
import { StartError, startErrorFrom } from '../start-error'
import { systemClock } from '../system-clock'
import { CleanUp } from './clean-up'
import { type Demo, demoPeople, loadDemo, startDemo } from './demo'
import type { Ready } from './ready-line'

/** Commands underway when the program is told to end get this long. */
const GRACE_MS = 10_000

interface Options {
  /** Absolute. */
  folder: string
  demo: boolean
  port: number
  rendererFolder: string
  version: string
  logger: Logger
  openEngine(options: OpenEngineOptions): Promise<Engine>
}

export interface RunningServe {
  ready: Ready
  /** The page's address with a new ticket for the owner. */
  freshUrl(): string
  /** Finishes the commands in hand, locks the vault, and gives the folder back. */
  close(): Promise<void>
}

/**
 * Starts everything, in the order that leaves a folder untouched where it cannot be served: its lock, the vault's header, the
 * clients, the port, and only then whatever is written. Throws `StartError` for what a person can do something about.
 */
export async function startServe(options: Options): Promise<RunningServe> {
  const cleanUp = new CleanUp()
  try {
    return await start(options, cleanUp)
  } catch (error) {
    await cleanUp.run().catch(() => {})
    throw startErrorFrom(error) ?? error
  }
}

async function start(
  { folder, port, logger, rendererFolder, version, ...options }: Options,
  cleanUp: CleanUp,
): Promise<RunningServe> {
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
    program: 'serve',
    logger,
  })
  cleanUp.add(() => vault.close())

  const demoModule = options.demo ? await loadDemo() : undefined
  const known = demoModule && demoPeople(demoModule)
  const clients = await ClientStore.open({ folder, clock: systemClock, logger, people: known })
  cleanUp.add(() => clients.close())
  const people: People = known ?? { ...clients.people, others: [] }
  const provided = () => demo?.operatorFile
  const { engine, close } = operatedEngine(vault, { folder, org: people.org, logger, provided })
  cleanUp.add(close)

  const listener = await listenOrSay(port)
  const { origin } = listener
  cleanUp.add(async () => {
    const closed = listener.close(GRACE_MS)
    endEventStreams(engine)
    await closed
  })

  const tokenFiles = { owner: join(folder, 'api-token'), teammate: join(folder, 'demo', 'teammate-token') }
  await ensureTokenFile(clients, tokenFiles.owner, 'Owner of this data folder', people.owner.subject)
  if (demoModule) {
    demo = await startDemo(demoModule, { folder, origin, tokenFiles })
    for (const other of people.others) await ensureTokenFile(clients, tokenFiles.teammate, other.label, other.subject)
    await demo.prepareVault(engine)
  }

  const sessions = new SessionStore(systemClock)
  const access = { people, clients, sessions }
  listener.serve(createServeApp({ engine, access, callbackOrigin: origin, clock: systemClock, logger, version, rendererFolder }))
  const freshUrl = () => `${origin}/#ticket=${sessions.issueTicket(people.owner.subject)}`
  return {
    ready: {
      event: 'ready',
      url: `${origin}/`,
      openUrl: freshUrl(),
      api: `${origin}/api`,
      tokenFile: tokenFiles.owner,
      demo: demo?.facts,
    },
    freshUrl,
    close: () => cleanUp.run(),
  }
}

async function listenOrSay(port: number): Promise<Listener> {
  try {
    return await listen(port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new StartError(exitCode.portTaken, `Port ${port} is taken. Choose another with --port.`)
    if (code === 'EACCES')
      throw new StartError(exitCode.portTaken, `Port ${port} may not be used here. Choose another with --port.`)
    throw error
  }
}
