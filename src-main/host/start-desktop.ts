import type { Settings } from '../../src-shared/contract/settings'
import type { ApiContext } from '../engine/api/context'
import type { Engine } from '../engine/engine'
import { actorOf } from './access/people'
import { BreakageReport } from './bridge/breakage-report'
import { OwnCommands } from './bridge/own-commands'
import type { ShellLink } from './bridge/shell-link'
import { type ShellMessage, shellMessages } from './bridge/shell-messages'
import { VaultReport } from './bridge/vault-report'
import { LiveSettings } from './live-settings'
import { Loopback } from './loopback'
import { type HostOptions, openHost } from './open-host'
import { reachableEngine } from './reachable-engine'
import { CleanUp } from './serve/clean-up'
import type { DesktopReady } from './serve/ready-line'
import { systemClock } from './system-clock'

interface Options extends HostOptions {
  shell: ShellLink
}

export interface RunningDesktop {
  /** Opens the callback's address when an authorization starts. */
  engine: Engine
  /** For the ports of the window. */
  windowContext: Omit<ApiContext, 'engine'>
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
  const { logger } = options
  const host = await openHost(options, 'desktop', cleanUp)
  // Whoever sits at the window. The same person as under `serve`, because both read it from the data folder.
  const owner = actorOf(host.people, host.people.owner.subject)
  const commands = new OwnCommands(owner, systemClock)

  const loopback = new Loopback(host.engine, logger)
  cleanUp.add(() => loopback.close())
  const engine = commands.watching(reachableEngine(host.engine, async () => ({ callbackOrigin: await loopback.origin() })))

  const settings = new LiveSettings(engine, owner, logger)
  const report = new VaultReport({ engine, owner, shell, clock: systemClock, logger })
  const breakage = new BreakageReport({ owner, shell, clock: systemClock, commands })
  settings.onChange((known) => shell.tell({ kind: 'settings', settings: ofTheShell(known) }))
  for (const watcher of [settings, report, breakage]) host.watch.add(watcher)

  const demo = await host.begin(() => loopback.origin())
  await settings.settled()
  report.say()
  return {
    engine,
    windowContext: { actor: owner, callbackOrigin: null, clock: systemClock, logger },
    hear: shellMessages({ engine, shell, logger }),
    ready: { event: 'ready', url: null, openUrl: null, api: null, tokenFile: host.tokenFile, demo: demo?.facts },
  }
}

const ofTheShell = ({ closeToTray, notifyBreakage, updates, updateFeed }: Settings) => ({
  closeToTray,
  notifyBreakage,
  updates,
  updateFeed,
})
