import { exitCode } from '../../../src-shared/bridge/exit-code'
import { terminalWords } from '../../../src-shared/words/en/terminal'
import { endEventStreams } from '../../engine/api/shared-state'
import type { AnchorStore } from '../../engine/port'
import { SessionStore } from '../access/session-store'
import { CallbackCheck } from '../callback/callback-check'
import { CallbackDoctor } from '../callback/callback-doctor'
import { type Listener, listen } from '../http/listener'
import { createServeApp } from '../http/serve-app'
import { type HostOptions, openHost } from '../open-host'
import { StartError, startErrorFrom } from '../start-error'
import { demoSurroundings } from '../surroundings/demo-surroundings'
import { serveSurroundings } from '../surroundings/serve-surroundings'
import { systemClock } from '../system-clock'
import { CleanUp } from './clean-up'
import type { Ready } from './ready-line'

/** Commands underway when the program is told to end get this long. */
const GRACE_MS = 10_000

interface Options extends HostOptions {
  port: number
  rendererFolder: string
  version: string
  /** Where the last event of the vault is kept outside its folder; nowhere unless said. */
  anchors?: AnchorStore
}

export interface RunningServe {
  ready: Ready
  /** The page's address with a new ticket for the owner. */
  freshUrl(): string
  /** Prepares the unlocking that follows: for after the start, which it would hold up. */
  standBy(): Promise<void>
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

async function start({ port, rendererFolder, version, anchors, ...options }: Options, cleanUp: CleanUp): Promise<RunningServe> {
  const { folder, demo: isDemo, logger, clock = systemClock } = options
  const served = serveSurroundings(version, anchors)
  const surroundings = isDemo ? demoSurroundings(served, folder) : served
  const host = await openHost(options, surroundings, cleanUp)
  const { engine, people, clients, autoLock } = host
  const listener = await listenOrSay(port)
  const { origin } = listener
  cleanUp.add(async () => {
    const closed = listener.close(GRACE_MS)
    endEventStreams(engine)
    await closed
  })

  const demo = await host.begin(async () => origin)
  const sessions = new SessionStore(clock)
  const access = { people, clients, sessions }
  const check = new CallbackCheck()
  const doctor = new CallbackDoctor({ engine, origin: async () => origin, check, surroundings })
  const { demoControl } = host
  const program = { version, demo: isDemo, demoControl, dataFolder: folder, surroundings, api: () => `${origin}/api`, doctor }
  const present = () => autoLock.present()
  const http = { engine, access, callbackOrigin: origin, clock, logger, program, present }
  listener.serve(createServeApp({ ...http, check, rendererFolder }))
  const freshUrl = () => `${origin}/#ticket=${sessions.issueTicket(people.owner.subject)}`
  return {
    ready: {
      event: 'ready',
      url: `${origin}/`,
      openUrl: freshUrl(),
      api: `${origin}/api`,
      tokenFile: host.tokenFile,
      demo: demo?.facts,
    },
    freshUrl,
    standBy: () => engine.standBy(),
    close: () => cleanUp.run(),
  }
}

async function listenOrSay(port: number): Promise<Listener> {
  try {
    return await listen(port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new StartError(exitCode.portTaken, terminalWords.portTaken(port))
    if (code === 'EACCES') throw new StartError(exitCode.portTaken, terminalWords.portForbidden(port))
    throw error
  }
}
