import type { Settings } from '../../src-shared/contract/settings'
import { endEventStreams } from '../engine/api/shared-state'
import type { Engine } from '../engine/engine'
import { SessionStore } from './access/session-store'
import type { HostContext } from './api/host-context'
import { ApiSwitch } from './api-switch'
import { BreakageReport } from './bridge/breakage-report'
import { OwnCommands } from './bridge/own-commands'
import type { ShellLink } from './bridge/shell-link'
import { type ShellMessage, shellMessages } from './bridge/shell-messages'
import { VaultReport } from './bridge/vault-report'
import { CallbackCheck, reasonOf } from './callback/callback-check'
import { CallbackDoctor } from './callback/callback-doctor'
import { reachOf } from './callback/reach'
import { createDesktopApp } from './http/desktop-app'
import { Loopback } from './loopback'
import { type HostOptions, openHost } from './open-host'
import { reachableEngine } from './reachable-engine'
import { CleanUp } from './serve/clean-up'
import type { DesktopReady } from './serve/ready-line'
import { demoSurroundings } from './surroundings/demo-surroundings'
import { desktopSurroundings } from './surroundings/desktop-surroundings'
import { systemClock } from './system-clock'

interface Options extends HostOptions {
  version: string
  shell: ShellLink
}

export interface RunningDesktop {
  /** Opens the callback's address when an authorization starts. */
  engine: Engine
  /** For the ports of the window. */
  windowContext: Omit<HostContext, 'engine'>
  ready: DesktopReady
  /** What the shell says, all but the ports it passes on. */
  hear(message: ShellMessage): void
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

async function start({ shell, ...options }: Options, cleanUp: CleanUp): Promise<Omit<RunningDesktop, 'close'>> {
  const { folder, logger, clock = systemClock } = options
  const around = desktopSurroundings(shell)
  const surroundings = options.demo ? demoSurroundings(around, folder) : around
  const host = await openHost(options, surroundings, cleanUp)
  const { owner, people, clients, settings } = host
  const commands = new OwnCommands(owner, clock)

  const check = new CallbackCheck()
  const loopback = new Loopback(() => createDesktopApp({ ...http, check, isApiOn: () => apiSwitch.isOn }))
  const origin = () => loopback.origin()
  const engine = commands.watching(reachableEngine(host.engine, () => reachOf(origin, surroundings)))
  cleanUp.add(async () => {
    const closed = loopback.close()
    endEventStreams(engine)
    await closed
  })

  const apiSwitch = new ApiSwitch(() => {
    origin().catch((error: unknown) => logger.error('no port could be opened for scripts', { code: reasonOf(error) }))
  })
  const api = () => (apiSwitch.isOn && loopback.knownOrigin ? `${loopback.knownOrigin}/api` : null)
  const doctor = new CallbackDoctor({ engine, origin, check, surroundings })
  const { demoControl } = host
  const program = { version: options.version, demo: options.demo, demoControl, dataFolder: folder, surroundings, api, doctor }
  // Without tickets there are no sessions: who calls over HTTP has a token, and who sits at the window needs none.
  const access = { people, clients, sessions: new SessionStore(clock) }
  // Where the callback is reached is looked up by the engine itself, when an authorization starts.
  const shared = { access, callbackOrigin: null, clock, logger, program }
  const http = { ...shared, engine, until: () => apiSwitch.until() }

  const report = new VaultReport({ engine, owner, shell, clock, logger })
  const breakage = new BreakageReport({ owner, shell, clock, commands })
  settings.onChange((known) => apiSwitch.follow(known))
  settings.onChange((known) => shell.tell({ kind: 'settings', settings: ofTheShell(known) }))
  for (const watcher of [report, breakage]) host.watch.add(watcher)

  const demo = await host.begin(origin)
  await settings.settled()
  report.say()
  return {
    engine,
    windowContext: { ...shared, actor: owner, caller: undefined },
    hear: shellMessages({ engine, shell, logger, autoLock: host.autoLock }),
    ready: { event: 'ready', url: null, openUrl: null, api: api(), tokenFile: host.tokenFile, demo: demo?.facts },
  }
}

const ofTheShell = ({ closeToTray, notifyBreakage, updates, updateFeed }: Settings) => ({
  closeToTray,
  notifyBreakage,
  updates,
  updateFeed,
})
